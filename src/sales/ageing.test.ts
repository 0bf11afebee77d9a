import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays } from '../values/calendar.ts'
import type { Day } from '../values/day.ts'
import { ageingOf, bucketOf, buckets, overdueOf } from './ageing.ts'

const today = '2026-05-20' as Day

describe('ageing', () => {
  test.each([
    ['2026-06-19', 'notDue'],
    ['2026-05-20', 'notDue'],
    ['2026-05-19', 'upTo30'],
    ['2026-04-20', 'upTo30'],
    ['2026-04-19', 'upTo60'],
    ['2026-03-21', 'upTo60'],
    ['2026-03-20', 'upTo90'],
    ['2026-02-19', 'upTo90'],
    ['2026-02-18', 'over90'],
    ['2019-01-01', 'over90'],
  ] as const)('due on %s stands in %s', (dueOn, bucket) => {
    expect(bucketOf(dueOn as Day, today)).toBe(bucket)
  })

  test('a credit note lowers the bucket of its own day', () => {
    const items = [
      { dueOn: '2026-05-01' as Day, amountMinor: 1000, settledMinor: 400 },
      { dueOn: '2026-05-01' as Day, amountMinor: -250, settledMinor: -50 },
      { dueOn: '2026-06-01' as Day, amountMinor: 70, settledMinor: 0 },
    ]
    const ageing = ageingOf(items, today)
    expect(ageing).toEqual({ notDue: 70, upTo30: 400, upTo60: 0, upTo90: 0, over90: 0, open: 470 })
    expect(overdueOf(ageing)).toBe(400)
  })

  test('the buckets come to the open items exactly, whatever the items', () => {
    const item = fc
      .record({
        days: fc.integer({ min: -400, max: 400 }),
        size: fc.integer({ min: 1, max: 10 ** 11 }),
        part: fc.integer({ min: 0, max: 100 }),
        isCredit: fc.boolean(),
      })
      .map(({ days, size, part, isCredit }) => {
        const sign = isCredit ? -1 : 1
        const settledMinor = sign * Math.floor((size / 100) * part)
        return { dueOn: addDays(today, days), amountMinor: sign * size, settledMinor }
      })
    fc.assert(
      fc.property(fc.array(item, { maxLength: 60 }), (items) => {
        const ageing = ageingOf(items, today)
        const open = items.reduce((sum, one) => sum + one.amountMinor - one.settledMinor, 0)
        expect(buckets.reduce((sum, bucket) => sum + ageing[bucket], 0)).toBe(open)
        expect(ageing.open).toBe(open)
        expect(overdueOf(ageing)).toBe(open - ageing.notDue)
      }),
    )
  })
})

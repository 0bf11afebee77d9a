import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from '../values/calendar.ts'
import type { Day } from '../values/day.ts'
import { barOf, placeOf, stretchOf, ticksOf } from './relay.ts'

const day = (n: number) => addDays('2024-02-10' as Day, n)

test('bars of one lane follow each other and fill it', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.nat(2000), { minLength: 1, maxLength: 9 }), fc.nat(2500), (starts, now) => {
      const days = starts.toSorted((a, b) => a - b).map(day)
      const periods = days.map((from, index) => ({ from, until: days[index + 1] ?? null }))
      const stretch = stretchOf(periods, day(now))
      if (stretch === null) throw new Error('nothing to show')
      const bars = periods.map((period) => barOf(period, stretch))
      expect(bars[0]?.start).toBe(0)
      bars.forEach(({ start, length }, index) => {
        expect(length).toBeGreaterThan(0)
        expect(start + length).toBeCloseTo(bars[index + 1]?.start ?? 1)
      })
      expect(placeOf(day(now), stretch)).toBeLessThan(1)
      const ticks = ticksOf(stretch)
      expect(ticks.length).toBeLessThanOrEqual(8)
      for (const tick of ticks) expect(tick >= stretch.from && tick <= stretch.to).toBe(true)
    }),
  )
})

test.each<[string, string, string[]]>([
  ['2026-01-15', '2026-03-20', ['2026-02-01', '2026-03-01']],
  ['2026-01-01', '2026-01-20', ['2026-01-01']],
  ['2025-02-01', '2026-03-01', ['2025-04-01', '2025-07-01', '2025-10-01', '2026-01-01']],
  [
    '2020-06-01',
    '2026-03-01',
    ['2021-01-01', '2022-01-01', '2023-01-01', '2024-01-01', '2025-01-01', '2026-01-01'],
  ],
])('from %s to %s', (from, to, ticks) => {
  expect(ticksOf({ from: from as Day, to: to as Day })).toEqual(ticks)
})

test('nothing recorded, nothing to show', () => {
  expect(stretchOf([], day(0))).toBeNull()
})

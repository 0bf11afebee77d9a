import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { closureOn } from '../customers/closures.ts'
import { addDays, weekday } from '../values/calendar.ts'
import { type Day, dayFromNumber } from '../values/day.ts'
import { someDueFacts } from '../../test/due-facts.ts'
import { type DueFacts, compareHarm, dueOf, visitWeekdays } from './due.ts'

const hours = (...days: number[]) => days.map((day) => ({ day, from: '09:00', to: '14:00' }))
const any = [1, 2, 3, 4, 5, 6, 7]
const shop: DueFacts = {
  active: true,
  lastVisit: '2026-03-02' as Day,
  since: '2025-01-01' as Day,
  closures: [],
  weekdays: any,
}

test.each([
  ['both known', hours(1, 2, 3), hours(2, 6), [2]],
  ['only opening', hours(1, 5), null, [1, 5]],
  ['only preferred', [], hours(4), [4]],
  ['contradicting', hours(1, 2), hours(7), [1, 2]],
  ['unknown', null, null, any],
])('weekdays: %s', (_, opening, preferred, days) => {
  expect(visitWeekdays(opening, preferred)).toEqual(days)
})

test.each([
  ['not yet due', {}, 4, '2026-03-20', { dueOn: '2026-03-30', visitOn: '2026-03-30', late: 0 }],
  ['overdue', {}, 2, '2026-03-20', { dueOn: '2026-03-16', visitOn: '2026-03-20', late: 4 }],
  [
    'never visited',
    { lastVisit: null, since: '2026-03-05' },
    1,
    '2026-03-20',
    { dueOn: '2026-03-12', visitOn: '2026-03-20', late: 8 },
  ],
  [
    'shut on Fridays',
    { weekdays: [1, 2] },
    2,
    '2026-03-20',
    { dueOn: '2026-03-16', visitOn: '2026-03-23', late: 4 },
  ],
  [
    'in its closure',
    { closures: [{ from: '03-18', to: '03-31' }] },
    2,
    '2026-03-20',
    { dueOn: '2026-03-16', visitOn: '2026-04-01', late: 2 },
  ],
  [
    'due within its closure',
    { closures: [{ from: '03-10', to: '03-31' }] },
    2,
    '2026-04-03',
    { dueOn: '2026-04-01', visitOn: '2026-04-03', late: 2 },
  ],
  ['closed for good', { active: false }, 2, '2026-03-20', null],
  ['by hand only', {}, null, '2026-03-20', null],
  ['never open', { weekdays: [] }, 2, '2026-03-20', null],
])('%s', (_, more, weeks, today, due) => {
  expect(dueOf({ ...shop, ...(more as Partial<DueFacts>) }, weeks, today as Day)).toEqual(due)
})

const day = fc.integer({ min: 20_000, max: 21_500 }).map(dayFromNumber)
test('a closed outlet is never due: not in its closure, not on a weekday when it is shut, not when closed for good', () => {
  fc.assert(
    fc.property(someDueFacts, fc.integer({ min: 1, max: 12 }), day, (facts, weeks, today) => {
      const due = dueOf(facts, weeks, today)
      if (due === null) return
      expect(facts.active).toBe(true)
      for (const on of [due.dueOn, due.visitOn]) {
        expect(closureOn(facts.closures, on)).toBeNull()
        expect(facts.weekdays).toContain(weekday(on))
      }
      expect(due.visitOn >= today && due.visitOn >= due.dueOn).toBe(true)
      expect(due.dueOn >= addDays(facts.lastVisit ?? facts.since, weeks * 7)).toBe(true)
      expect(due.late).toBeGreaterThanOrEqual(0)
    }),
    { numRuns: 500 },
  )
})

test('a longer cadence is never due earlier', () => {
  fc.assert(
    fc.property(someDueFacts, fc.integer({ min: 1, max: 11 }), day, (facts, weeks, today) => {
      const [soon, later] = [dueOf(facts, weeks, today), dueOf(facts, weeks + 1, today)]
      if (soon !== null && later !== null) expect(later.dueOn >= soon.dueOn).toBe(true)
    }),
  )
})

test('in order of harm: A first, then the latest, then by name', () => {
  const rows = ['C 9 x', 'A 1 y', 'B 2 z', 'A 3 w', 'A 1 a'].map((row) => {
    const [tier = '', late, name = ''] = row.split(' ')
    return { tier, late: Number(late), name }
  })
  const none = { tier: null, late: 99, name: 'n' }
  expect([none, ...rows].toSorted(compareHarm).map(({ name }) => name)).toEqual([
    'w',
    'a',
    'y',
    'z',
    'x',
    'n',
  ])
})

import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from '../values/calendar.ts'
import type { Day } from '../values/day.ts'
import { type Candidate, type PlanDay, proposeWeek } from './plan-week.ts'
import { routeMetres } from './route.ts'

const monday = '2026-03-16' as Day
const week = [0, 1, 2, 3, 4].map((days) => addDays(monday, days))
const at = (x: number, y: number) => ({ latitude: 40 + y / 100, longitude: -3 + x / 100 })
const someWeek = fc.record({
  candidates: fc
    .array(
      fc.record({
        x: fc.integer({ min: 0, max: 60 }),
        y: fc.integer({ min: 0, max: 60 }),
        days: fc.subarray(week, { minLength: 0 }),
      }),
      { maxLength: 40 },
    )
    .map((all) =>
      all.map(({ x, y, days }, index): Candidate => ({ customerId: `c${index}`, point: at(x, y), days })),
    ),
  days: fc.array(fc.integer({ min: 0, max: 8 }), { minLength: 5, maxLength: 5 }).map((rooms) =>
    rooms.map(
      (free, index): PlanDay => ({
        day: week[index] as Day,
        free,
        fixed: index === 2 ? [{ customerId: 'fixed', point: at(index, 3) }] : [],
      }),
    ),
  ),
  base: fc.constantFrom(null, at(30, 30)),
})

test('each on one of its days, once, within what a day takes; nobody is lost, what is fixed stays', () => {
  fc.assert(
    fc.property(someWeek, ({ candidates, days, base }) => {
      const { days: planned, left } = proposeWeek(candidates, days, base)
      const all = planned.flatMap(({ day, stops }) => stops.map((customerId) => ({ day, customerId })))
      for (const { day, customerId } of all) {
        const candidate = candidates.find((one) => one.customerId === customerId)
        if (candidate !== undefined) expect(candidate.days).toContain(day)
      }
      const names = all.map(({ customerId }) => customerId)
      expect(new Set(names).size).toBe(names.length)
      expect([...names, ...left].toSorted()).toEqual(
        ['fixed', ...candidates.map((one) => one.customerId)].toSorted(),
      )
      for (const [index, { free, fixed }] of days.entries())
        expect((planned[index]?.stops.length ?? 0) - fixed.length).toBeLessThanOrEqual(free)
      expect(planned[2]?.stops).toContain('fixed')
    }),
    { numRuns: 150 },
  )
})

test('nobody is left out for somebody who matters less, and more room never plans fewer', () => {
  fc.assert(
    fc.property(someWeek, ({ candidates, days, base }) => {
      const before = proposeWeek(candidates, days, base).left
      // Whoever was left out finds no room either where only those before them are considered.
      for (const customerId of before.slice(0, 3)) {
        const upTo = candidates.slice(0, candidates.findIndex((one) => one.customerId === customerId) + 1)
        expect(proposeWeek(upTo, days, base).left).toContain(customerId)
      }
      const wider = days.map((one) => ({ ...one, free: one.free + 1 }))
      expect(proposeWeek(candidates, wider, base).left.length).toBeLessThanOrEqual(before.length)
    }),
    { numRuns: 100 },
  )
})

test('two villages are two days', () => {
  const village = (x: number, name: string) =>
    [0, 1, 2, 3].map((n) => ({ customerId: `${name}${n}`, point: at(x, n), days: week.slice(0, 2) }))
  const mixed = [village(0, 'a'), village(80, 'b')]
    .flat()
    .toSorted((a, b) => ((a.customerId[1] ?? '') < (b.customerId[1] ?? '') ? -1 : 1))
  const days = week.slice(0, 2).map((day) => ({ day, free: 5, fixed: [] }))
  const planned = proposeWeek(mixed, days, null).days.map(
    ({ stops }) => new Set(stops.map((id) => id[0])).size,
  )
  expect(planned).toEqual([1, 1])
})

test('a day’s metres are those of its stops in their order; a stop without a place comes last', () => {
  const point = [at(1, 1), at(5, 1), at(3, 1)]
  const candidates = point.map((one, index) => ({ customerId: `c${index}`, point: one, days: [monday] }))
  const fixed = [{ customerId: 'nowhere', point: null }]
  const [first] = proposeWeek(candidates, [{ day: monday, free: 9, fixed }], at(0, 1)).days
  expect(first?.stops.at(-1)).toBe('nowhere')
  const ordered = (first?.stops ?? []).flatMap((id) => point[Number(id.slice(1))] ?? [])
  expect(first?.metres).toBe(routeMetres(at(0, 1), ordered))
})

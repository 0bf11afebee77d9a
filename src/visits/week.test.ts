import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Day, dayFromNumber } from '../values/day.ts'
import { weekOf } from './week.ts'

test.each([
  ['2026-11-23', 1, '2026-11-23'],
  ['2026-11-29', 1, '2026-11-23'],
  ['2026-11-29', 0, '2026-11-29'],
  ['2026-11-28', 0, '2026-11-22'],
  ['2026-11-23', 6, '2026-11-21'],
])('the week of %s that begins on %i begins on %s', (day, weekStart, first) => {
  expect(weekOf(day as Day, weekStart)[0]).toBe(first)
})

test('holds its day and is the week of each of its days', () => {
  fc.assert(
    fc.property(fc.integer({ min: -20_000, max: 60_000 }), fc.integer({ min: 0, max: 6 }), (n, weekStart) => {
      const day = dayFromNumber(n)
      const week = weekOf(day, weekStart)
      expect(week).toContain(day)
      for (const other of week) expect(weekOf(other, weekStart)).toEqual(week)
    }),
  )
})

import { expect, test } from 'vitest'
import type { Day } from '../values/day.ts'
import { firstDayOf, lastDayOf, monthOf, monthsFrom, monthsLater } from './months.ts'

test.each([
  ['2026-11', '2027-02', ['2026-11', '2026-12', '2027-01', '2027-02']],
  ['2026-03', '2026-03', ['2026-03']],
  ['2026-03', '2026-02', []],
])('from %s to %s', (first, last, months) => {
  expect(monthsFrom(first, last)).toEqual(months)
})

test('days of a month, and months apart', () => {
  expect(monthOf('2028-02-29' as Day)).toBe('2028-02')
  expect([firstDayOf('2028-02'), lastDayOf('2028-02')]).toEqual(['2028-02-01', '2028-02-29'])
  expect([monthsLater('2026-01', -1), monthsLater('2026-01', 12)]).toEqual(['2025-12', '2027-01'])
  expect(() => firstDayOf('2026-13')).toThrow(RangeError)
})

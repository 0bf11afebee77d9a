import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addDays,
  addMonths,
  compareDays,
  daysBetween,
  firstOfMonth,
  firstOfWeek,
  lastOfMonth,
  monthsBetween,
  weekday,
} from './calendar.ts'
import { type Day, dayFromNumber } from './day.ts'

const someDay = fc.integer({ min: -500_000, max: 2_500_000 }).map(dayFromNumber)

describe('the calendar', () => {
  test.each([
    ['2024-02-28', 1, '2024-02-29'],
    ['2023-02-28', 1, '2023-03-01'],
    ['2024-01-01', -1, '2023-12-31'],
    ['2024-01-01', 366, '2025-01-01'],
  ])('%s and %i days is %s', (day, days, result) => {
    expect(addDays(day as Day, days)).toBe(result)
    expect(daysBetween(day as Day, result as Day)).toBe(days)
  })

  test.each([
    ['2024-01-31', 1, '2024-02-29'],
    ['2023-01-31', 1, '2023-02-28'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2024-03-31', -1, '2024-02-29'],
    ['2024-12-15', 1, '2025-01-15'],
    ['2024-01-15', -13, '2022-12-15'],
  ])('%s and %i months is %s', (day, months, result) => {
    expect(addMonths(day as Day, months)).toBe(result)
  })

  test.each([
    ['2024-01-31', '2024-02-29', 1],
    ['2024-01-31', '2024-02-28', 0],
    ['2024-01-15', '2025-01-14', 11],
    ['2024-01-15', '2025-01-15', 12],
    ['2025-01-15', '2024-01-15', -12],
    ['2024-01-15', '2024-01-15', 0],
  ])('from %s to %s are %i whole months', (from, to, months) => {
    expect(monthsBetween(from as Day, to as Day)).toBe(months)
  })

  test.each([
    ['2024-01-01', 1],
    ['2024-02-29', 4],
    ['1970-01-01', 4],
    ['1969-12-28', 7],
    ['2000-01-01', 6],
  ])('%s is weekday %i', (day, number) => {
    expect(weekday(day as Day)).toBe(number)
  })

  test('a week begins where the company says', () => {
    expect(firstOfWeek('2024-02-29' as Day, 1)).toBe('2024-02-26')
    expect(firstOfWeek('2024-02-29' as Day, 7)).toBe('2024-02-25')
    expect(firstOfWeek('2024-02-25' as Day, 7)).toBe('2024-02-25')
  })

  test('months begin and end', () => {
    fc.assert(
      fc.property(someDay, (day) => {
        expect(firstOfMonth(day)).toBe(`${day.slice(0, 8)}01`)
        expect(addDays(lastOfMonth(day), 1)).toBe(firstOfMonth(addDays(lastOfMonth(day), 1)))
        expect(lastOfMonth(day).slice(0, 7)).toBe(day.slice(0, 7))
      }),
    )
  })

  test('adding and counting agree', () => {
    fc.assert(
      fc.property(someDay, fc.integer({ min: -9000, max: 9000 }), someDay, (day, days, other) => {
        expect(daysBetween(day, addDays(day, days))).toBe(days)
        expect(compareDays(day, other)).toBe(Math.sign(daysBetween(other, day)))
        const [early, late] = compareDays(day, other) < 0 ? [day, other] : [other, day]
        const months = monthsBetween(early, late)
        expect(addMonths(early, months) <= late).toBe(true)
        expect(addMonths(early, months + 1) > late).toBe(true)
      }),
    )
  })
})

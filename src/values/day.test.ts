import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Day, dayFromNumber, dayNumber, dayOf, parseDay, partsOf } from './day.ts'

const someDay = fc.integer({ min: -719_162, max: 2_932_896 }).map(dayFromNumber)

describe('a calendar day', () => {
  test.each([
    ['2024-02-29', '2024-02-29'],
    ['2023-02-29', null],
    ['1900-02-29', null],
    ['2000-02-29', '2000-02-29'],
    ['2024-04-31', null],
    ['2024-13-01', null],
    ['2024-00-10', null],
    ['0000-01-01', null],
    ['0001-01-01', '0001-01-01'],
    ['9999-12-31', '9999-12-31'],
    ['2024-1-5', null],
    ['2024-01-05T00:00', null],
    [' 2024-01-05', null],
    ['', null],
  ])('%j reads as %j', (text, day) => {
    expect(parseDay(text)).toBe(day)
  })

  test.each([
    ['1970-01-01', 0],
    ['1969-12-31', -1],
    ['2000-03-01', 11_017],
    ['0001-01-01', -719_162],
    ['9999-12-31', 2_932_896],
  ])('%s has the number %i', (day, number) => {
    expect(dayNumber(day as Day)).toBe(number)
    expect(dayFromNumber(number)).toBe(day)
  })

  test('outside the calendar there is no day', () => {
    expect(() => dayFromNumber(-719_163)).toThrow(RangeError)
    expect(() => dayFromNumber(2_932_897)).toThrow(RangeError)
    expect(dayOf(2024, 2.5, 1)).toBeNull()
  })

  test('number and day are one to one, and sort alike', () => {
    fc.assert(
      fc.property(someDay, someDay, (a, b) => {
        expect(dayFromNumber(dayNumber(a))).toBe(a)
        expect(parseDay(a)).toBe(a)
        expect(a < b).toBe(dayNumber(a) < dayNumber(b))
      }),
    )
  })

  test('agrees with the language itself', () => {
    fc.assert(
      fc.property(someDay, (day) => {
        expect(new Date(dayNumber(day) * 86_400_000).toISOString().slice(0, 10)).toBe(day)
        expect(dayOf(partsOf(day).year, partsOf(day).month, partsOf(day).day)).toBe(day)
      }),
    )
  })
})

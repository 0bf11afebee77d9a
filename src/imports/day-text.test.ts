import { assert, integer, property } from 'fast-check'
import { expect, test } from 'vitest'
import { dayFromNumber, partsOf } from '../values/day.ts'
import { type DayFormat, guessDayFormat, parseDayText } from './day-text.ts'

test.each<[string, DayFormat, string | null]>([
  ['1996-07-04', 'd/m/y', '1996-07-04'],
  ['1996-07-04 00:00:00', 'y-m-d', '1996-07-04'],
  ['1996-07-04T09:30:00.000Z', 'y-m-d', '1996-07-04'],
  ['04/07/1996', 'd/m/y', '1996-07-04'],
  ['04/07/1996', 'm/d/y', '1996-04-07'],
  ['4.7.96', 'd/m/y', '1996-07-04'],
  ['4-7-05 9:30 p. m.', 'd/m/y', '2005-07-04'],
  ['4 jul 1996', 'y-m-d', '1996-07-04'],
  ['4 de julio de 1996', 'y-m-d', '1996-07-04'],
  ['July 4, 1996', 'd/m/y', '1996-07-04'],
  ['04-JUL-96', 'm/d/y', '1996-07-04'],
  ['1996年7月4日', 'd/m/y', '1996-07-04'],
  ['１９９６/７/４', 'd/m/y', '1996-07-04'],
  ['19960704', 'd/m/y', '1996-07-04'],
  ['35250', 'serial', '1996-07-04'],
  ['35250', 'd/m/y', null],
  ['31/02/1996', 'd/m/y', null],
  ['13/13/1996', 'm/d/y', null],
  ['', 'y-m-d', null],
  ['soon', 'y-m-d', null],
  ['4/7', 'd/m/y', null],
])('%s in %s is %s', (text, format, day) => {
  expect(parseDayText(text, format)).toBe(day)
})

test.each<[string[], DayFormat | null]>([
  [['13/07/1996', '04/07/1996'], 'd/m/y'],
  [['07/13/1996', '04/07/1996'], 'm/d/y'],
  [['1996-07-04', '1996-12-31'], 'y-m-d'],
  [['35250', '35251'], 'serial'],
  [['13/07/1996', '07/13/1996'], null],
])('%j is written %s', (samples, format) => {
  expect(guessDayFormat(samples)).toBe(format)
})

test('every day written in a format is read back from it', () => {
  const day = integer({ min: 0, max: 36_000 }).map(dayFromNumber)
  assert(
    property(day, (day) => {
      const { year, month, day: date } = partsOf(day)
      expect(parseDayText(`${date}/${month}/${year}`, 'd/m/y')).toBe(day)
      expect(parseDayText(`${month}/${date}/${year}`, 'm/d/y')).toBe(day)
      expect(parseDayText(`${year}.${month}.${date}`, 'd/m/y')).toBe(day)
    }),
  )
})

import { expect, test } from 'vitest'
import type { Day } from '../values/day.ts'
import { closureOn, isYearDay } from './closures.ts'

const august = { from: '08-01', to: '08-31', reason: 'Holidays' }
const newYear = { from: '12-20', to: '01-06' }

test.each<[string, object | null]>([
  ['2026-07-31', null],
  ['2026-08-01', august],
  ['2031-08-31', august],
  ['2026-09-01', null],
  ['2026-12-19', null],
  ['2026-12-20', newYear],
  ['2027-01-01', newYear],
  ['2027-01-06', newYear],
  ['2027-01-07', null],
])('on %s', (day, closure) => expect(closureOn([august, newYear], day as Day)).toEqual(closure))

test.each([
  ['02-29', true],
  ['02-30', false],
  ['13-01', false],
  ['8-1', false],
  ['', false],
])('%j is a day of some year: %s', (text, is) => expect(isYearDay(text)).toBe(is))

import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { columnLetters, columnNumber } from './reference.ts'
import { styleOfCode, type NumberStyle } from './styles.ts'
import { plainNumber, shown } from './value.ts'

test.each([
  ['0.30000000000000004', '0.3'],
  ['1.1000000000000001', '1.1'],
  ['34600111222', '34600111222'],
  ['9007199254740991', '9007199254740991'],
  ['1.5E+15', '1500000000000000'],
  ['1E+21', '1000000000000000000000'],
  ['-1.25e+22', '-12500000000000000000000'],
  ['1E-7', '0.0000001'],
  ['-1.5E-9', '-0.0000000015'],
  ['-0', '0'],
  ['007', '7'],
])('the number %s is shown as %s', (raw, text) => {
  expect(plainNumber(raw)).toBe(text)
})

test('a shown number is the number to 15 digits and has no exponent', () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (number) => {
      const text = plainNumber(String(number))
      expect(text).toMatch(/^-?\d+(\.\d+)?$/)
      const rounded = Number(number.toPrecision(15))
      const expected = Number.isSafeInteger(number) || !Number.isFinite(rounded) ? number : rounded
      expect(Number(text) === expected).toBe(true)
    }),
  )
})

const styles: [string, NumberStyle['as']][] = [
  ['General', 'number'],
  ['dd/mm/yyyy', 'day'],
  ['[$-F800]dddd, mmmm dd, yyyy', 'day'],
  ['yyyy"年"m"月"d"日"', 'day'],
  ['mmm\\-yy', 'day'],
  ['d/m/yy h:mm', 'moment'],
  ['h:mm AM/PM', 'time'],
  ['[h]:mm:ss', 'time'],
  ['mm:ss.0', 'time'],
  ['#,##0.00 "days"', 'number'],
  ['#,##0.00 [$€-407];[Red]-#,##0.00', 'number'],
  ['0.00E+00', 'number'],
  ['0 \\d', 'number'],
  ['00000', 'padded'],
  ['0', 'number'],
]
test.each(styles)('the format %s shows a %s', (code, as) => {
  expect(styleOfCode(code).as).toBe(as)
})

test.each<[string, NumberStyle, boolean, string]>([
  ['45413', { as: 'day' }, false, '2024-05-01'],
  ['45413.75', { as: 'day' }, false, '2024-05-01'],
  ['45413.39583333', { as: 'moment' }, false, '2024-05-01T09:30:00'],
  ['45413', { as: 'moment' }, false, '2024-05-01'],
  ['0.999999999', { as: 'time' }, false, '24:00:00'],
  ['1.5', { as: 'time' }, false, '36:00:00'],
  ['1', { as: 'day' }, false, '1900-01-01'],
  ['59', { as: 'day' }, false, '1900-02-28'],
  ['60', { as: 'day' }, false, '1900-02-29'],
  ['61', { as: 'day' }, false, '1900-03-01'],
  ['2958465', { as: 'day' }, false, '9999-12-31'],
  ['2958466', { as: 'day' }, false, '2958466'],
  ['-1', { as: 'day' }, false, '-1'],
  ['0', { as: 'day' }, true, '1904-01-01'],
  ['43951', { as: 'day' }, true, '2024-05-01'],
  ['1234', { as: 'padded', digits: 5 }, false, '01234'],
  ['1234.5', { as: 'padded', digits: 5 }, false, '1234.5'],
  ['not a number', { as: 'day' }, false, 'not a number'],
  ['', { as: 'day' }, false, ''],
])('%s as %o (1904: %s) is %s', (raw, style, from1904, text) => {
  expect(shown(raw, style, from1904)).toBe(text)
})

test('column letters and numbers are each other’s inverse', () => {
  expect([1, 26, 27, 702, 703, 16_384].map(columnLetters)).toEqual(['A', 'Z', 'AA', 'ZZ', 'AAA', 'XFD'])
  fc.assert(fc.property(fc.integer({ min: 1, max: 20_000 }), (n) => columnNumber(columnLetters(n)) === n))
  expect(columnNumber('a1')).toBe(0)
})

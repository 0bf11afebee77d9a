import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { guessNumberFormat, type NumberFormat, numberFormats, parseNumber } from './number-text.ts'
import { decimalText, type Ratio, ratio } from './ratio.ts'
import { isRefusal } from './refusal.ts'

const read = (text: string, format: NumberFormat) => {
  const value = parseNumber(text, format)
  return isRefusal(value) ? value.refused : decimalText(value, 4)
}

/** A number as each format writes it, written by other means than the reader's. */
function written(value: Ratio, format: NumberFormat): string {
  const [whole = '', fraction = ''] = decimalText(value, 2).split('.')
  const group = format.charAt(1)
  return whole.replace(/\B(?=(\d{3})+$)/gu, group) + format.charAt(5) + fraction
}

describe('numbers in text', () => {
  test.each<[string, NumberFormat, string]>([
    ['1.234,56', '1.234,56', '1234.5600'],
    ['1,234.56', '1,234.56', '1234.5600'],
    ['1 234,56', '1 234,56', '1234.5600'],
    ['1 234,56', '1 234,56', '1234.5600'],
    ["1'234.56", "1'234.56", '1234.5600'],
    ['1’234.56', "1'234.56", '1234.5600'],
    ['1234,5', '1.234,56', '1234.5000'],
    ['1.234', '1.234,56', '1234.0000'],
    ['1.234', '1,234.56', '1.2340'],
    ['.5', '1,234.56', '0.5000'],
    ['5.', '1,234.56', '5.0000'],
    ['-5', '1,234.56', '-5.0000'],
    ['−5,5', '1.234,56', '-5.5000'],
    ['5-', '1,234.56', '-5.0000'],
    ['(5.25)', '1,234.56', '-5.2500'],
    ['+5', '1,234.56', '5.0000'],
    ['12,34,567.89', '1,234.56', '1234567.8900'],
    ['１２３.４', '1,234.56', '123.4000'],
    ['1.23', '1.234,56', 'not-a-number'],
    ['1.2345', '1.234,56', 'not-a-number'],
    ['1.234.56', '1,234.56', 'not-a-number'],
    ['1,23,4', '1,234.56', 'not-a-number'],
    ['12 34', '1 234,56', 'not-a-number'],
    ['', '1,234.56', 'not-a-number'],
    ['-', '1,234.56', 'not-a-number'],
    ['.', '1,234.56', 'not-a-number'],
    ['1e3', '1,234.56', 'not-a-number'],
    ['--5', '1,234.56', 'not-a-number'],
    ['=1+1', '1,234.56', 'not-a-number'],
    ['NaN', '1,234.56', 'not-a-number'],
  ])('%j in %s is %s', (text, format, value) => {
    expect(read(text, format)).toBe(value)
  })

  test.each<[string[], NumberFormat | null]>([
    [['1.234,56', '12'], '1.234,56'],
    [['1,234.56', '12'], '1,234.56'],
    [['12,5', '1 000'], '1 234,56'],
    [["1'000", '2.5'], "1'234.56"],
    [['1.234', '5.678'], '1,234.56'],
    [['12,50', 'twelve'], null],
    [['1.5', '1,5'], null],
  ])('%j are written as %j', (samples, format) => {
    expect(guessNumberFormat(samples)).toBe(format)
  })

  test('where several formats fit, the preferred one wins', () => {
    expect(guessNumberFormat(['1.234'], ['1.234,56'])).toBe('1.234,56')
  })

  test('what a format writes, it reads back exactly, and a column shows its format', () => {
    const cents = fc.bigInt({ min: 100_000n, max: 10n ** 15n })
    fc.assert(
      fc.property(cents, fc.constantFrom(...numberFormats), (minor, format) => {
        const value = ratio(minor, 100n)
        expect(parseNumber(written(value, format), format)).toEqual(value)
        expect(guessNumberFormat([written(value, format)])).toBe(format)
      }),
    )
  })
})

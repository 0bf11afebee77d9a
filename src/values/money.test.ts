import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Currency, currencies, minorDigits, parseCurrency } from './currency.ts'
import { parseMoney } from './money-text.ts'
import { addMoney, amountText, compareMoney, money, multiplyMoney, splitMoney, sumMoney } from './money.ts'
import type { NumberFormat } from './number-text.ts'
import { ratio } from './ratio.ts'
import { isRefusal } from './refusal.ts'

const eur = 'EUR' as Currency
const minor = fc.bigInt({ min: -(10n ** 14n), max: 10n ** 14n })

describe('money', () => {
  test.each([
    ['eur', 'EUR', 2],
    [' JPY ', 'JPY', 0],
    ['CLP', 'CLP', 0],
    ['KWD', 'KWD', 3],
    ['CLF', 'CLF', 4],
    ['CNY', 'CNY', 2],
  ])('%j is %s with %i decimals', (text, code, digits) => {
    const currency = parseCurrency(text)
    expect(currency).toBe(code)
    expect(currency === null ? null : minorDigits(currency)).toBe(digits)
  })

  test('codes that are no currency are refused', () => {
    for (const text of ['', 'EU', 'EURO', 'XXX', 'ABC', '€']) expect(parseCurrency(text)).toBeNull()
    expect(() => minorDigits('ABC' as Currency)).toThrow(RangeError)
  })

  test.each<[string, string, NumberFormat, string]>([
    ['1.234,56', 'EUR', '1.234,56', '1234.56'],
    ['€ 1.234,56', 'EUR', '1.234,56', '1234.56'],
    ['1 234,56 €', 'EUR', '1 234,56', '1234.56'],
    ['-€5.00', 'EUR', '1,234.56', '-5.00'],
    ['(EUR 1,234.50)', 'EUR', '1,234.56', '-1234.50'],
    ['$1,234.5', 'USD', '1,234.56', '1234.50'],
    ['US$ 12', 'USD', '1,234.56', '12.00'],
    ['￥１，２３４', 'JPY', '1,234.56', '1234'],
    ['12元', 'CNY', '1,234.56', '12.00'],
    ['S/. 12.50', 'PEN', '1,234.56', 'not-a-number'],
    ['kr. 12,50', 'DKK', '1.234,56', '12.50'],
    ["CHF 1'234.50", 'CHF', "1'234.56", '1234.50'],
    ['12.5000', 'EUR', '1,234.56', '12.50'],
    ['12.345', 'EUR', '1,234.56', 'finer-than-the-minor-unit'],
    ['12.5', 'JPY', '1,234.56', 'finer-than-the-minor-unit'],
    ['12.345', 'KWD', '1,234.56', '12.345'],
    ['12 USD', 'EUR', '1,234.56', 'another-currency'],
    ['€12', 'USD', '1,234.56', 'another-currency'],
    ['', 'EUR', '1,234.56', 'not-a-number'],
    ['€', 'EUR', '1,234.56', 'not-a-number'],
    ['12 34', 'EUR', '1,234.56', 'not-a-number'],
  ])('%j as %s in %s is %s', (text, currency, format, result) => {
    const read = parseMoney(text, currency as Currency, format)
    expect(isRefusal(read) ? read.refused : amountText(read)).toBe(result)
  })

  test.each([
    ['957.5775', '957.58'],
    ['0.005', '0.01'],
    ['-0.005', '-0.01'],
    ['0.0049', '0.00'],
  ])('what a line comes to, %s, is rounded half up to %s', (text, result) => {
    const read = parseMoney(text, eur, '1,234.56', true)
    expect(isRefusal(read) ? read.refused : amountText(read)).toBe(result)
  })

  test('a line is rounded half up once, and a return mirrors its sale (rules 5.2, 6.5)', () => {
    expect(multiplyMoney(money(1005n, eur), ratio(1n, 2n)).minor).toBe(503n)
    expect(multiplyMoney(money(-1005n, eur), ratio(1n, 2n)).minor).toBe(-503n)
    expect(multiplyMoney(money(333n, eur), ratio(1n, 3n)).minor).toBe(111n)
  })

  test('currencies never mix', () => {
    const usd = 'USD' as Currency
    expect(() => addMoney(money(1n, eur), money(1n, usd))).toThrow(TypeError)
    expect(() => sumMoney([money(1n, usd)], eur)).toThrow(TypeError)
    expect(() => compareMoney(money(1n, eur), money(1n, usd))).toThrow(TypeError)
  })

  test('text and amount are one to one in every currency', () => {
    fc.assert(
      fc.property(minor, fc.constantFrom(...currencies), (amount, currency) => {
        const one = money(amount, currency)
        expect(parseMoney(amountText(one), currency, '1,234.56')).toEqual(one)
      }),
    )
  })

  test('a split loses nothing, and sums are exact', () => {
    const weights = fc.array(fc.bigInt({ min: 1n, max: 999n }), { minLength: 1, maxLength: 9 })
    fc.assert(
      fc.property(minor, minor, weights, (amount, other, by) => {
        expect(sumMoney(splitMoney(money(amount, eur), by), eur).minor).toBe(amount)
        expect(sumMoney([money(amount, eur), money(other, eur)], eur).minor).toBe(amount + other)
        expect(compareMoney(money(amount, eur), money(other, eur))).toBe(
          amount < other ? -1 : amount > other ? 1 : 0,
        )
      }),
    )
  })
})

import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Currency } from '../values/currency.ts'
import type { Day } from '../values/day.ts'
import { money } from '../values/money.ts'
import { isRefusal } from '../values/refusal.ts'
import { againstLimit, isOver } from './credit-limit.ts'
import { type DatedRate, convert, parseRate, rateOn } from './rate.ts'

const [eur, usd, jpy, kwd] = ['EUR', 'USD', 'JPY', 'KWD'] as Currency[] as [
  Currency,
  Currency,
  Currency,
  Currency,
]
const rate = (currency: Currency, day: string, text: string): DatedRate => ({
  currency,
  day: day as Day,
  rate: parseRate(text) ?? { numerator: 1n, denominator: 1n },
})
const rates = [
  rate(usd, '2026-01-01', '0.90'),
  rate(usd, '2026-03-01', '0.925'),
  rate(jpy, '2026-01-01', '0.00611'),
]
const book = { home: eur, rates }

describe('dated rates', () => {
  test.each(['', '0', '0.000', '-1', '1,5', '1.0000000000001', 'x'])('%j is no rate', (text) => {
    expect(parseRate(text)).toBeNull()
  })

  test('a rate holds from its day until the next', () => {
    expect(rateOn(rates, usd, '2025-12-31' as Day)).toBeNull()
    expect(rateOn(rates, usd, '2026-02-28' as Day)?.day).toBe('2026-01-01')
    expect(rateOn(rates, usd, '2026-03-01' as Day)?.day).toBe('2026-03-01')
  })

  test.each([
    [1000n, usd, eur, '2026-02-01', 900n],
    [1001n, usd, eur, '2026-03-01', 926n],
    [-1001n, usd, eur, '2026-03-01', -926n],
    [100n, jpy, eur, '2026-03-01', 61n],
    [100n, eur, jpy, '2026-03-01', 164n],
    [100n, usd, jpy, '2026-03-01', 151n],
  ] as const)('%s %s to %s on %s is %s', (minor, from, to, day, expected) => {
    expect(convert(money(minor, from), to, day as Day, book)).toEqual(money(expected, to))
  })

  test('a missing rate is said by name and never 0', () => {
    expect(convert(money(5n, kwd), eur, '2026-03-01' as Day, book)).toMatchObject({
      refused: 'no-rate',
      facts: { currency: 'KWD' },
    })
    expect(convert(money(5n, eur), kwd, '2026-03-01' as Day, book)).toMatchObject({
      facts: { currency: 'KWD' },
    })
    expect(convert(money(5n, usd), eur, '2025-03-01' as Day, book)).toMatchObject({ refused: 'no-rate' })
  })

  test('a return mirrors its sale in every currency, and one line differs by less than half a unit', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: 0n, max: 10n ** 13n }),
        fc.constantFrom(usd, jpy),
        fc.integer({ min: 1, max: 999_999 }),
        (minor, currency, millionths) => {
          const rated = [rate(currency, '2026-01-01', `0.${String(millionths).padStart(6, '0')}`)]
          const by = { home: eur, rates: rated }
          const there = convert(money(minor, currency), eur, '2026-05-01' as Day, by)
          const back = convert(money(-minor, currency), eur, '2026-05-01' as Day, by)
          if (isRefusal(there) || isRefusal(back)) throw new Error('a rate was there')
          expect(back.minor).toBe(-there.minor)
          const scale = currency === jpy ? 100n : 1n
          const exact = minor * scale * BigInt(millionths)
          const difference = 2n * (there.minor * 1_000_000n - exact)
          expect(difference <= 1_000_000n && difference > -1_000_000n).toBe(true)
        },
      ),
    )
  })
})

describe('against the credit limit', () => {
  test('several currencies together, in the limit’s', () => {
    const against = againstLimit(
      [money(1000n, usd), money(50n, eur)],
      money(970n, eur),
      '2026-03-05' as Day,
      book,
    )
    expect(against).toEqual({ known: true, owed: money(975n, eur), beyondMinor: 5n })
    expect(isOver(against)).toBe(true)
  })
  test('exactly the limit is within it', () => {
    expect(isOver(againstLimit([money(970n, eur)], money(970n, eur), '2026-03-05' as Day, book))).toBe(false)
  })
  test('a currency without a rate makes it unknown, by name', () => {
    const against = againstLimit([money(1n, kwd), money(1n, eur)], money(0n, eur), '2026-03-05' as Day, book)
    expect(against).toEqual({ known: false, without: ['KWD'] })
    expect(isOver(against)).toBe(false)
  })
})

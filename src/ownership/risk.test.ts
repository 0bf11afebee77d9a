import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { addRatios, compareRatios, ratio } from '../values/ratio.ts'
import { type Known, gradeOf, riskOf } from './risk.ts'

const known = (total: bigint, one = 0n, alone = 0n, nobody = 0n): Known => ({ total, one, alone, nobody })

test.each([
  ['of sales, exactly', known(3n, 2n), known(300n, 100n), { of: 'sales', one: ratio(1n, 3n) }],
  ['of customers where no sale is known', known(4n, 1n), null, { of: 'customers', one: ratio(1n, 4n) }],
  [
    'of customers where sales come to nothing',
    known(4n, 2n),
    known(0n),
    { of: 'customers', one: ratio(1n, 2n) },
  ],
  [
    'beyond what a double holds',
    known(1n),
    known(10n ** 20n, 10n ** 20n - 1n),
    { one: ratio(10n ** 20n - 1n, 10n ** 20n) },
  ],
] as const)('single-person risk is a share %s', (_name, customers, sales, expected) => {
  expect(riskOf({ customers, sales })).toMatchObject(expected)
})

test('without customers there is no risk to speak of', () => {
  expect(riskOf({ customers: known(0n), sales: null })).toBeNull()
})

test('the share lies between nothing and everything, and those without anybody else are a part of it', () => {
  const parts = fc.tuple(fc.bigInt(0n, 10n ** 18n), fc.bigInt(0n, 10n ** 18n), fc.bigInt(0n, 10n ** 18n))
  fc.assert(
    fc.property(parts, parts, ([a, b, c], [d, e, f]) => {
      const risk = riskOf({ customers: known(a + b + c, a + b, a, c), sales: known(d + e + f, d + e, d, f) })
      if (risk === null) return
      const parts = [risk.alone, risk.named, risk.nobody, risk.several]
      expect(parts.reduce(addRatios)).toEqual(ratio(1n))
      expect(compareRatios(risk.alone, risk.one)).toBeLessThanOrEqual(0)
      expect(compareRatios(risk.one, ratio(1n))).toBeLessThanOrEqual(0)
      expect(compareRatios(ratio(0n), risk.alone)).toBeLessThanOrEqual(0)
    }),
  )
})

test.each([
  [ratio(0n), 'low'],
  [ratio(1n, 10n), 'low'],
  [ratio(1n, 5n), 'some'],
  [ratio(1n, 3n), 'some'],
  [ratio(1n, 2n), 'high'],
] as const)('in a word', (one, word) => {
  expect(gradeOf({ one })).toBe(word)
})

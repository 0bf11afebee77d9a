import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addRatios, compareRatios, decimalText, multiplyRatios, ratio, roundHalfUp } from './ratio.ts'

const someRatio = fc
  .tuple(fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }), fc.bigInt({ min: 1n, max: 10n ** 6n }))
  .map(([n, d]) => ratio(n, d))

describe('a ratio', () => {
  test.each([
    [5n, 2n, 3n],
    [-5n, 2n, -3n],
    [7n, 3n, 2n],
    [-7n, 3n, -2n],
    [8n, 3n, 3n],
    [1n, -2n, -1n],
    [0n, 9n, 0n],
    [249n, 100n, 2n],
  ])('%i / %i rounds to %i', (numerator, denominator, rounded) => {
    expect(roundHalfUp(ratio(numerator, denominator))).toBe(rounded)
  })

  test.each([
    [ratio(1n, 3n), 2, '0.33'],
    [ratio(-1n, 3n), 2, '-0.33'],
    [ratio(-1n, 300n), 2, '0.00'],
    [ratio(1234567n, 100n), 2, '12345.67'],
    [ratio(5n, 1000n), 2, '0.01'],
    [ratio(7n), 0, '7'],
    [ratio(-5n, 2n), 0, '-3'],
    [ratio(7n), 3, '7.000'],
  ])('%o with %i decimals is %s', (value, places, text) => {
    expect(decimalText(value, places)).toBe(text)
  })

  test('is always in lowest terms with a positive denominator', () => {
    expect(ratio(-6n, -4n)).toEqual({ numerator: 3n, denominator: 2n })
    expect(ratio(6n, -4n)).toEqual({ numerator: -3n, denominator: 2n })
    expect(() => ratio(1n, 0n)).toThrow(RangeError)
  })

  test('arithmetic is exact', () => {
    fc.assert(
      fc.property(someRatio, someRatio, someRatio, (a, b, c) => {
        expect(addRatios(a, b)).toEqual(addRatios(b, a))
        expect(multiplyRatios(a, addRatios(b, c))).toEqual(
          addRatios(multiplyRatios(a, b), multiplyRatios(a, c)),
        )
        expect(compareRatios(addRatios(a, c), addRatios(b, c))).toBe(compareRatios(a, b))
        expect(roundHalfUp(ratio(-a.numerator, a.denominator))).toBe(0n - roundHalfUp(a))
      }),
    )
  })
})

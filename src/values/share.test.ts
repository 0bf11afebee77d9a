import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ratio } from './ratio.ts'
import { apportion, equalShares, sharesAreWhole, sharesInProportion, weightsOf } from './share.ts'

const weights = fc
  .array(fc.bigInt({ min: 0n, max: 10n ** 9n }), { minLength: 1, maxLength: 12 })
  .filter((all) => all.some((weight) => weight > 0n))

describe('shares', () => {
  test.each([
    [100n, [1n, 1n, 1n], [34n, 33n, 33n]],
    [-100n, [1n, 1n, 1n], [-34n, -33n, -33n]],
    [10n, [0n, 1n], [0n, 10n]],
    [1n, [1n, 1n], [1n, 0n]],
    [7n, [3n, 3n, 1n], [3n, 3n, 1n]],
    [10n, [1n, 2n, 4n], [1n, 3n, 6n]],
    [0n, [5n, 5n], [0n, 0n]],
  ])('%s by %o is %o', (total, by, parts) => {
    expect(apportion(total, by)).toEqual(parts)
  })

  test('weights of nothing are refused', () => {
    expect(() => apportion(5n, [])).toThrow(RangeError)
    expect(() => apportion(5n, [0n])).toThrow(RangeError)
    expect(() => apportion(5n, [2n, -1n])).toThrow(RangeError)
  })

  test('parts sum to the whole and are each within one unit of their exact share', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }), weights, (total, by) => {
        const parts = apportion(total, by)
        const sum = by.reduce((a, b) => a + b, 0n)
        expect(parts.reduce((a, b) => a + b, 0n)).toBe(total)
        for (const [index, part] of parts.entries()) {
          const off = part * sum - total * (by[index] ?? 0n)
          expect(off < sum && off > -sum).toBe(true)
        }
      }),
    )
  })

  test('credit is whole only when it totals exactly 100 %', () => {
    expect(sharesAreWhole(equalShares(3))).toBe(true)
    expect(sharesAreWhole([ratio(3333n, 10_000n), ratio(3333n, 10_000n), ratio(3333n, 10_000n)])).toBe(false)
    expect(sharesAreWhole([ratio(3n, 2n), ratio(-1n, 2n)])).toBe(false)
    expect(sharesAreWhole([])).toBe(false)
  })

  test('shares in proportion are whole, and give their proportion back', () => {
    const above = fc.array(fc.bigInt({ min: 1n, max: 1000n }), { minLength: 1, maxLength: 6 })
    fc.assert(
      fc.property(above, fc.bigInt({ min: 0n, max: 10n ** 9n }), (by, total) => {
        const shares = sharesInProportion(by)
        expect(sharesAreWhole(shares)).toBe(true)
        expect(apportion(total, weightsOf(shares))).toEqual(apportion(total, by))
      }),
    )
  })
})

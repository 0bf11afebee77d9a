import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { priceFromAmount } from './line-amount.ts'
import { discountParts, lineTotal, millionths } from './line-total.ts'

const parts = (quantity: string, discount: string) => ({
  quantity: millionths(quantity) ?? 0n,
  discount: discountParts(discount) ?? 0n,
})

test.each([
  [2193n, '3', '0', 731n, 0n],
  [1000n, '3', '0', 333n, 1n],
  [1001n, '3', '0', 334n, -1n],
  [36862n, '7', '0.2', 6583n, -3n],
  [-2193n, '-3', '0', 731n, 0n],
  [0n, '4', '0.5', 0n, 0n],
])('%i for %s less %s is %i each and %i', (amount, quantity, discount, unitPriceMinor, roundingMinor) => {
  expect(priceFromAmount(amount, parts(quantity, discount))).toEqual({ unitPriceMinor, roundingMinor })
})

test.each([
  [100n, '0', '0'],
  [100n, '3', '1'],
  [50_000n, '100000', '0'],
])('%i for %s less %s has no price', (amount, quantity, discount) => {
  expect(priceFromAmount(amount, parts(quantity, discount))).toBeNull()
})

test('price, quantity, discount and rounding always come to exactly the amount', () => {
  const sizes = fc.record({
    amount: fc.bigInt({ min: -100_000_000n, max: 100_000_000n }),
    quantity: fc.bigInt({ min: -60_000_000_000n, max: 60_000_000_000n }),
    discount: fc.bigInt({ min: 0n, max: 99_999_999n }),
  })
  fc.assert(
    fc.property(sizes, ({ amount, quantity, discount }) => {
      const found = priceFromAmount(amount, { quantity, discount })
      if (found === null) return
      const { unitPriceMinor, roundingMinor } = found
      expect(lineTotal({ quantity, unitPriceMinor, discount }) + roundingMinor).toBe(amount)
    }),
  )
})

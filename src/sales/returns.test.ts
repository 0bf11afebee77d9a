import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { multiplyMoney } from '../values/money.ts'
import { multiplyRatios, ratio } from '../values/ratio.ts'
import type { Currency } from '../values/currency.ts'
import { isRefusal } from '../values/refusal.ts'
import { discountParts, lineTotal, millionths, quantityText } from './line-total.ts'
import { type ReturnableLine, returnPart, returnRest } from './returns.ts'

test.each([
  ['3', 999n, '0', 2997n],
  ['1.5', 333n, '0', 500n],
  ['2', 1850n, '0.15', 3145n],
  ['0.5', 1n, '0', 1n],
  ['-0.5', 1n, '0', -1n],
  ['1', 5n, '0.5', 3n],
])('%s × %s less %s is %s minor units, half up', (quantity, unitPriceMinor, discount, total) => {
  const priced = {
    quantity: millionths(quantity) ?? 0n,
    unitPriceMinor,
    discount: discountParts(discount) ?? 0n,
  }
  expect(lineTotal(priced)).toBe(total)
})

test.each(['', 'x', '1,5', '1e3', '--1', '0.0000001', '1234567890123'])('%j is no quantity', (text) => {
  expect(millionths(text)).toBeNull()
})
test.each(['-0.1', '1.1', '5 %', '0.123456789'])('%j is no discount', (text) => {
  expect(discountParts(text)).toBeNull()
})

const quantity = fc.bigInt({ min: 1n, max: 5_000_000_000n })
const price = fc.bigInt({ min: 0n, max: 10_000_000n })
const discount = fc.bigInt({ min: 0n, max: 100_000_000n })
const line = fc.record({ quantity, unitPriceMinor: price, discount })

test('a quantity is written as it is read', () => {
  fc.assert(
    fc.property(
      fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }),
      (parts) => millionths(quantityText(parts)) === parts,
    ),
  )
})

test('a line comes to what exact money makes of it', () => {
  fc.assert(
    fc.property(line, (given) => {
      const exact = multiplyRatios(
        ratio(given.quantity, 1_000_000n),
        ratio(10n ** 8n - given.discount, 10n ** 8n),
      )
      const money = multiplyMoney({ minor: given.unitPriceMinor, currency: 'EUR' as Currency }, exact)
      expect(lineTotal(given)).toBe(money.minor)
      expect(lineTotal({ ...given, quantity: -given.quantity })).toBe(-money.minor)
    }),
  )
})

const sold = (given: { quantity: bigint; unitPriceMinor: bigint; discount: bigint }): ReturnableLine => ({
  ...given,
  id: 'line',
  line: 1,
  totalMinor: lineTotal(given),
  returned: 0n,
  returnedMinor: 0n,
})

test('money is conserved: whatever the parts, never more comes back than was sold, and all of it to the cent', () => {
  fc.assert(
    fc.property(
      line,
      fc.array(fc.bigInt({ min: 1n, max: 2_000_000_000n }), { maxLength: 20 }),
      (given, parts) => {
        let now = sold(given)
        for (const part of parts) {
          const back = returnPart(now, part)
          if (isRefusal(back)) {
            expect(part > now.quantity - now.returned).toBe(true)
            continue
          }
          expect(back.totalMinor).toBeLessThanOrEqual(0n)
          expect(lineTotal({ ...given, quantity: back.quantity }) + back.roundingMinor).toBe(back.totalMinor)
          now = {
            ...now,
            returned: now.returned - back.quantity,
            returnedMinor: now.returnedMinor - back.totalMinor,
          }
          expect(now.returnedMinor).toBeLessThanOrEqual(now.totalMinor)
        }
        const [rest] = returnRest([now])
        expect(now.returnedMinor - (rest?.totalMinor ?? 0n)).toBe(now.totalMinor)
        expect(now.returned - (rest?.quantity ?? 0n)).toBe(now.quantity)
      },
    ),
  )
})

test('more than is left is refused with the line and what is left', () => {
  const given = {
    ...sold({ quantity: 3_000_000n, unitPriceMinor: 100n, discount: 0n }),
    returned: 1_500_000n,
  }
  expect(returnPart(given, 2_000_000n)).toEqual({
    refused: 'more-than-delivered',
    rule: '5.1',
    facts: { line: 1, left: '1.5', asked: '2' },
  })
  expect(returnPart(given, 0n)).toMatchObject({ refused: 'invalid-quantity' })
})

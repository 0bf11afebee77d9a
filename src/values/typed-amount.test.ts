import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { minorUnits, typedAmount } from './typed-amount.ts'

test.each([
  ['1234,5', 2, 123450],
  ['1 234.50', 2, 123450],
  ['12', 0, 12],
  ['1,234', 3, 1234],
  ['1,234', 2, null],
  ['1.5', 0, null],
  ['', 2, null],
  ['-1', 2, null],
  ['twelve', 2, null],
])('%j with %d decimals is %j', (text, digits, minor) => {
  expect(minorUnits(text, digits)).toBe(minor)
})

test('what is shown is read as the same amount', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 999_999_999_999 }),
      fc.integer({ min: 0, max: 3 }),
      (minor, digits) => {
        expect(minorUnits(typedAmount(minor, digits), digits)).toBe(minor)
      },
    ),
  )
})

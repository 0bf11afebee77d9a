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

test.each([
  ['7.500,50', ',', 750050],
  ['7,500.50', '.', 750050],
  ['6000,00 €', ',', 600000],
  ['7.500', ',', 750000],
  ['7.500', '.', null],
  ['1.234.567', ',', 123456700],
  ['6000.50', ',', 600050],
  ['7.500,50', '.', null],
  ['75.00,50', ',', null],
] as const)('%j where decimals follow %j is %j', (text, mark, minor) => {
  expect(minorUnits(text, 2, mark)).toBe(minor)
})

test('without a language only what is clear is read', () => {
  expect(minorUnits('7.500,50', 2)).toBe(750050)
  expect(minorUnits('7.500', 2)).toBe(null)
})

test('what is shown is read as the same amount', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 999_999_999_999 }),
      fc.integer({ min: 0, max: 3 }),
      fc.constantFrom('.' as const, ',' as const),
      (minor, digits, mark) => {
        expect(minorUnits(typedAmount(minor, digits, mark), digits, mark)).toBe(minor)
      },
    ),
  )
})

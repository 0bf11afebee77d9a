import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { emptyProfile, minorUnits, readValues, valuesOf } from './profile-form.ts'
import type { Customer } from './schema/detail.ts'

test.each([
  ['12', 2, 1200],
  ['12,5', 2, 1250],
  ['12.50', 2, 1250],
  ['1 200,05', 2, 120_005],
  ['12.505', 2, null],
  ['-1', 2, null],
  ['1200', 0, 1200],
  ['12.5', 0, null],
  ['', 2, null],
])('%j with %i decimals is %j', (text, digits, minor) => {
  expect(minorUnits(text, digits)).toBe(minor)
})

const nothingKnown = {
  territory: null,
  parent: null,
  creditLimit: null,
  paymentDays: null,
  tags: [] as string[],
} as Customer

test('an amount goes into the form and comes out of it as it was', () => {
  fc.assert(
    fc.property(fc.nat(1e9), fc.constantFrom(0, 2, 3, 4), (minor, digits) => {
      const shown = valuesOf({ ...nothingKnown, creditLimit: { minor, currency: 'EUR' } }, digits)
      expect(readValues(shown, 'EUR', digits).read.creditLimit).toEqual({ minor, currency: 'EUR' })
    }),
  )
})

test('names what cannot be read', () => {
  const bad = { ...emptyProfile, creditLimit: 'much', paymentDays: '-3' }
  expect(readValues(bad, 'EUR', 2).wrong).toEqual(['name', 'creditLimit', 'paymentDays'])
})

test('texts lose the blanks around them, and empty ones say nothing', () => {
  const { read, wrong } = readValues(
    { ...emptyProfile, name: ' Bar Sol ', city: '  ', tags: ['new'] },
    'EUR',
    2,
  )
  expect(wrong).toEqual([])
  expect(read).toMatchObject({ name: 'Bar Sol', city: null, phone: null, paymentDays: null, tags: ['new'] })
})

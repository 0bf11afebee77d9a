import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { emptyProfile, readValues, valuesOf } from './profile-form.ts'
import type { Customer } from './schema/detail.ts'

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

import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compareOutlets, type Verdict } from './duplicates.ts'
import { outletKeys } from './outlet-keys.ts'
import { nameLikeness } from './name-likeness.ts'
import type { Outlet } from './outlet.ts'

const outlet = (more: Partial<Outlet>): Outlet => ({
  name: 'Café Río',
  legalName: null,
  taxId: null,
  phones: [],
  street: null,
  postalCode: null,
  city: null,
  place: null,
  id: null,
  parentId: null,
  ...more,
})
const at = (
  latitude: number,
  longitude: number,
  accuracyMetres: number | null = 10,
  approximate = false,
) => ({
  latitude,
  longitude,
  accuracyMetres,
  approximate,
})
const withPhone = (one: Outlet) => ({ ...one, phones: [...one.phones, '+349'] })
const share = (a: Outlet, b: Outlet, ofKind?: string) => {
  const theirs = new Set(outletKeys(b).map(({ kind, key }) => `${kind} ${key}`))
  return outletKeys(a).some(({ kind, key }) => (ofKind ?? kind) === kind && theirs.has(`${kind} ${key}`))
}
// 0.0001 degrees of latitude are 11 m.
const sol = at(40.4169, -3.7033)

describe('nameLikeness', () => {
  test.each([
    ['Café Río, S.L.', 'CAFE RIO SL', 1],
    ['深圳市好味食品有限公司', '深圳市好味食品', 1],
    ['Café Río', 'Caferio', 0.95],
    ['', 'Café', 0],
    ['Kiosk 12', 'Kiosk 14', 0.5],
  ])('%s / %s', (a, b, expected) => {
    expect(nameLikeness(a, b)).toBeCloseTo(expected, 2)
  })
  test('a Chinese name within a longer one is alike', () => {
    expect(nameLikeness('好味食品', '深圳好味食品')).toBeGreaterThan(0.7)
  })
  test('is symmetric, and from 0 to 1', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (a, b) => {
        const alike = nameLikeness(a, b)
        expect(alike).toBe(nameLikeness(b, a))
        expect(alike >= 0 && alike <= 1).toBe(true)
      }),
    )
  })
})

describe('compareOutlets', () => {
  const cases: [string, Partial<Outlet>, Partial<Outlet>, Verdict, string[]][] = [
    [
      'same phone and name',
      { phones: ['+34911111111'] },
      { phones: ['+34911111111'] },
      'sure',
      ['same-phone', 'same-name'],
    ],
    [
      'same phone, another name',
      { phones: ['+34911111111'], name: 'Sol' },
      { phones: ['+34911111111'] },
      'likely',
      ['same-phone'],
    ],
    [
      'same tax id written with its country',
      { taxId: 'ES-B1234567' },
      { taxId: 'b1234567' },
      'sure',
      ['same-tax-id', 'same-name'],
    ],
    [
      'another tax id',
      { taxId: 'B1234567', city: 'Madrid' },
      { taxId: 'B7654321', city: 'Madrid' },
      'unlikely',
      ['same-name', 'same-town', 'other-tax-id'],
    ],
    ['same name, same town', { city: 'Madrid' }, { city: 'MADRID' }, 'likely', ['same-name', 'same-town']],
    ['same name alone', {}, {}, 'unlikely', ['same-name']],
    [
      'same name in another town',
      { city: 'Madrid' },
      { city: 'León' },
      'unlikely',
      ['same-name', 'other-town'],
    ],
    [
      'same name ten metres away',
      { place: sol },
      { place: at(40.417, -3.7033) },
      'likely',
      ['same-name', 'near'],
    ],
    [
      'same name, address and place',
      { place: sol, city: 'Madrid', street: 'C/ Mayor, 12' },
      { place: sol, city: 'madrid', street: 'Calle Mayor 012 bajo' },
      'sure',
      ['same-name', 'near', 'same-address'],
    ],
    ['neighbours', { place: sol, name: 'Zapatería Gil' }, { place: sol }, 'unlikely', ['near']],
    [
      'neighbours in one house',
      { place: sol, name: 'Zapatería Gil', city: 'Madrid', street: 'Mayor 12' },
      { place: sol, city: 'Madrid', street: 'Mayor 12' },
      'unlikely',
      ['near', 'same-address'],
    ],
    [
      'a looked-up city says nothing about distance',
      { place: at(40.4, -3.7, null, true) },
      { place: at(40.4, -3.7, null, true) },
      'unlikely',
      ['same-name'],
    ],
    [
      'a vague reading says nothing',
      { place: at(40.4, -3.7, 900) },
      { place: at(40.401, -3.7) },
      'unlikely',
      ['same-name'],
    ],
    [
      'branches of a chain with one tax id and phone',
      { parentId: 'p', taxId: 'B1234567', phones: ['+341'], city: 'Madrid' },
      { parentId: 'p', taxId: 'B1234567', phones: ['+341'], city: 'León' },
      'unlikely',
      ['same-name', 'other-town', 'one-chain'],
    ],
    [
      'one tax id at two far places is to be looked at',
      { taxId: 'B1234567', place: sol },
      { taxId: 'B1234567', place: at(41.4, -3.7) },
      'likely',
      ['same-tax-id', 'same-name', 'far'],
    ],
    [
      'numbered stores of one street',
      { name: 'Kiosko 12', city: 'Madrid', street: 'Mayor 3' },
      { name: 'Kiosko 14', city: 'Madrid', street: 'Mayor 5' },
      'unlikely',
      ['other-address'],
    ],
  ]
  test.each(cases)('%s', (_says, a, b, verdict, reasons) => {
    const found = compareOutlets(outlet(a), outlet(b))
    expect(found).toMatchObject({ verdict })
    expect(found.reasons.map((reason) => reason.is)).toEqual(reasons)
  })

  const anyOutlet = fc
    .record({
      name: fc.constantFrom('Café Río', 'Caffe Rio SL', 'Bar Sol', '好味食品', '深圳好味食品'),
      taxId: fc.constantFrom(null, 'B1234567', 'ESB1234567', 'B9'),
      phones: fc.subarray(['+341', '+342']),
      city: fc.constantFrom(null, 'Madrid', 'León'),
      street: fc.constantFrom(null, 'Mayor 1', 'C/ Mayor, 01', 'Mayor 2'),
      postalCode: fc.constantFrom(null, '28001'),
      place: fc.constantFrom(null, sol, at(41, -3), at(40.4169, -3.7033, 5000, true)),
      parentId: fc.constantFrom(null, 'p'),
    })
    .map(outlet)
  test('the order of the two does not matter, and the score fits its verdict', () => {
    fc.assert(
      fc.property(anyOutlet, anyOutlet, (a, b) => {
        const found = compareOutlets(a, b)
        expect(compareOutlets(b, a)).toEqual(found)
        expect(found.score >= 0 && found.score <= 100).toBe(true)
      }),
    )
  })
  test('knowing the same phone never makes a pair less likely', () => {
    fc.assert(
      fc.property(anyOutlet, anyOutlet, (a, b) => {
        expect(compareOutlets(withPhone(a), withPhone(b)).score).toBeGreaterThanOrEqual(
          compareOutlets(a, b).score,
        )
      }),
    )
  })
  test('whatever is likely shares a key to be found by', () => {
    fc.assert(
      fc.property(anyOutlet, anyOutlet, (a, b) => {
        fc.pre(compareOutlets(a, b).verdict !== 'unlikely')
        expect(share(a, b)).toBe(true)
      }),
      { numRuns: 300 },
    )
  })
  test('two places within 150 m share a cell, wherever they are', () => {
    const metre = 1 / 111_195
    fc.assert(
      fc.property(
        fc.double({ min: -79, max: 79, noNaN: true }),
        fc.double({ min: -179, max: 179, noNaN: true }),
        fc.double({ min: 0, max: 2 * Math.PI, noNaN: true }),
        fc.double({ min: 0, max: 149, noNaN: true }),
        (latitude, longitude, direction, metres) => {
          const other = at(
            latitude + Math.sin(direction) * metres * metre,
            longitude + (Math.cos(direction) * metres * metre) / Math.cos((latitude * Math.PI) / 180),
            0,
          )
          expect(share(outlet({ place: at(latitude, longitude, 0) }), outlet({ place: other }), 'cell')).toBe(
            true,
          )
        },
      ),
      { numRuns: 2000 },
    )
  })
})

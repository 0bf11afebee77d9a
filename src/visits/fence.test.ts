import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  type OutletPlace,
  type Verdict,
  fence,
  improvesPlace,
  leastOutletCircle,
  roughFrom,
} from './fence.ts'

const shop: OutletPlace = { latitude: 40, longitude: -3, accuracyMetres: 10, approximate: false }
/** So many metres to the north of the shop. */
const north = (metres: number, accuracyMetres = 10) => ({
  latitude: 40 + metres / 111_195.08,
  longitude: -3,
  accuracyMetres,
})

test.each<[string, OutletPlace | null, ReturnType<typeof north> | null, Verdict, number | null]>([
  ['no position', shop, null, 'unverifiable', null],
  ['no place', null, north(0), 'unverifiable', null],
  ['at the door', shop, north(0), 'verified', 0],
  ['within both circles', shop, north(59), 'verified', 59],
  ['just beyond both circles', shop, north(61), 'out-of-range', 61],
  ['a phone that knows little, near', shop, north(300, 400), 'verified', 300],
  ['a phone that knows nothing, near', shop, north(300, 2000), 'unverifiable', 300],
  ['a phone that knows nothing, far even so', shop, north(5000, 2000), 'out-of-range', 5000],
  ['a place looked up by city', { ...shop, approximate: true }, north(9000), 'unverifiable', 9000],
  ['a place too rough', { ...shop, accuracyMetres: 800 }, north(700), 'unverifiable', 700],
  ['far from a rough place', { ...shop, accuracyMetres: 800 }, north(2000), 'out-of-range', 2000],
])('%s', (_, outlet, position, verdict, distanceM) => {
  expect(fence(outlet, position)).toEqual({ verdict, distanceM })
})

const latitude = fc.double({ min: -89, max: 89, noNaN: true })
const longitude = fc.double({ min: -180, max: 180, noNaN: true })
const position = fc.record({ latitude, longitude, accuracyMetres: fc.integer({ min: 0, max: 3000 }) })

test('a verdict never gets worse by being nearer, and being on the spot is never out of range', () => {
  fc.assert(
    fc.property(position, fc.boolean(), position, (place, approximate, taken) => {
      const outlet = { ...place, approximate }
      const there = fence(outlet, { ...place, accuracyMetres: taken.accuracyMetres })
      expect(there.verdict).not.toBe('out-of-range')
      const { verdict, distanceM } = fence(outlet, taken)
      const reach = Math.max(place.accuracyMetres, leastOutletCircle) + taken.accuracyMetres
      if (verdict === 'verified') expect(distanceM).toBeLessThanOrEqual(reach + 1)
      if (verdict === 'out-of-range') expect(distanceM).toBeGreaterThanOrEqual(Math.floor(reach))
      if (approximate) expect(verdict).toBe('unverifiable')
    }),
  )
})

test('a verdict of the fence does not depend on which way one came', () => {
  fc.assert(
    fc.property(position, position, (a, b) => {
      const one = fence({ ...a, accuracyMetres: 60, approximate: false }, { ...b, accuracyMetres: 60 })
      const other = fence({ ...b, accuracyMetres: 60, approximate: false }, { ...a, accuracyMetres: 60 })
      expect(one).toEqual(other)
    }),
  )
})

test.each<[string, OutletPlace | null, ReturnType<typeof north> | null, boolean]>([
  ['no place yet', null, north(0, 20), true],
  ['a city', { ...shop, approximate: true }, north(4000, 20), true],
  ['a rough place', { ...shop, accuracyMetres: roughFrom + 1 }, north(100, 20), true],
  ['an exact place stays', shop, north(900, 5), false],
  ['too rough itself', null, north(0, 51), false],
  ['no position', null, null, false],
])('improves the register: %s', (_, outlet, taken, improves) => {
  expect(improvesPlace(outlet, taken)).toBe(improves)
})

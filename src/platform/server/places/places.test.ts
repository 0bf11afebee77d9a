import * as fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { distanceMetres } from '../../../values/geo.ts'
import { textAt, textIn } from './columns.ts'
import { findPlace, type Places } from './find-place.ts'
import { namesIn, placeNamed } from './gazetteer.ts'
import { otherNames } from './names/other-names.ts'
import { regions } from './names/regions.ts'
import { nearestPlace } from './nearest-place.ts'
import { fullNames, placeKey } from './place-key.ts'
import { findPlaces, forgetPlaces, openPlaces } from './places.ts'
import { likelihoodOf } from './score.ts'

let places: Places

beforeAll(async () => {
  places = await openPlaces()
})

describe('every place of the package', () => {
  test('is found by its own name, country and first-level division, within its accuracy', () => {
    const { cities } = places.gazetteer
    const byCode = new Map<string, Map<string, { admin: string }[]>>()
    for (let place = 0; place < cities.count; place++) {
      const [country, admin] = [textIn(cities.countries, place), textIn(cities.admins, place)]
      const known = byCode.get(country) ?? new Map<string, { admin: string }[]>()
      byCode.set(country, known.set(admin.toLowerCase(), [{ admin }]))
    }
    const likeliestBy = new Map<string, number[]>()
    for (let place = 0; place < cities.count; place++) {
      for (const name of fullNames(textAt(cities.names, place))) {
        const named = [textIn(cities.countries, place), textIn(cities.admins, place), placeKey(name)].join(
          ' ',
        )
        const rivals = likeliestBy.get(named) ?? [place]
        const lead = likelihoodOf(cities, place) - likelihoodOf(cities, rivals[0]!)
        likeliestBy.set(named, lead > 0 ? [place] : lead === 0 ? [...rivals, place] : rivals)
      }
    }
    const lost: string[] = []
    for (const rivals of likeliestBy.values()) {
      const place = rivals[0]!
      const [city, country] = [textAt(cities.names, place), textIn(cities.countries, place)]
      const found = findPlace(
        { ...places, regions: byCode },
        { city, country, region: textIn(cities.admins, place) },
      )
      const isThere = rivals.some((rival) => {
        const point = { latitude: cities.latitudes[rival]! / 1e5, longitude: cities.longitudes[rival]! / 1e5 }
        return found?.country === country && distanceMetres(found, point) <= found.accuracyMetres
      })
      if (!isThere)
        lost.push(`${city}, ${textIn(cities.admins, place)}, ${country}: ${found?.name}, ${found?.country}`)
    }
    expect(likeliestBy.size).toBeGreaterThan(120_000)
    expect(lost).toEqual([])
  })

  test('is nearest to itself', () => {
    const { cities } = places.gazetteer
    fc.assert(
      fc.property(fc.integer({ min: 0, max: cities.count - 1 }), (place) => {
        const point = { latitude: cities.latitudes[place]! / 1e5, longitude: cities.longitudes[place]! / 1e5 }
        expect(nearestPlace(places.grid, point)?.metres).toBe(0)
      }),
      { numRuns: 500 },
    )
  })
})

describe('our own tables', () => {
  test('name only places that the package holds', () => {
    const unknown: string[] = []
    for (const [country, name] of namesIn(otherNames)) {
      if (placeNamed(places.gazetteer, country, name) === null) unknown.push(`${country} ${name}`)
    }
    for (const [head, , [seat = '']] of namesIn(regions)) {
      const [country = '', kind] = head.split(' ')
      if (kind !== 'c' && placeNamed(places.gazetteer, country, seat) === null)
        unknown.push(`${head} ${seat}`)
    }
    expect(unknown).toEqual([])
  })

  test('place every city of China in or near its own province', () => {
    expect(places.china).toHaveLength(31)
    const cities = places.china.flatMap((province) => province.cities)
    expect(cities.length).toBeGreaterThan(340)
    for (const city of cities) {
      for (const point of city.districts.values())
        expect(distanceMetres(point, city.point)).toBeLessThan(260_000)
    }
  })
})

describe('nearest place', () => {
  test.each([
    [40.4168, -3.7038, 'ES'],
    [22.54, 114.06, 'CN'],
    [-0.18, -78.47, 'EC'],
    [64.14, -21.94, 'IS'],
    [-16.5, 179.99, 'FJ'],
  ])('of %f, %f is in %s', (latitude, longitude, country) => {
    expect(nearestPlace(places.grid, { latitude, longitude })?.country).toBe(country)
  })

  test('of the middle of an ocean is none', () => {
    expect(nearestPlace(places.grid, { latitude: -48, longitude: -123 })).toBeNull()
  })

  test('agrees with looking at them all', () => {
    const { cities } = places.gazetteer
    const anywhere = fc.record({
      latitude: fc.double({ min: -60, max: 75, noNaN: true }),
      longitude: fc.double({ min: -180, max: 180, noNaN: true }),
    })
    fc.assert(
      fc.property(anywhere, (point) => {
        let metres = 1_000_000
        for (let place = 0; place < cities.count; place++) {
          const there = {
            latitude: cities.latitudes[place]! / 1e5,
            longitude: cities.longitudes[place]! / 1e5,
          }
          metres = Math.min(metres, distanceMetres(point, there))
        }
        expect(nearestPlace(places.grid, point)?.metres ?? 1_000_000).toBe(Math.round(metres))
      }),
      { numRuns: 25 },
    )
  })
})

describe('many at once', () => {
  test('a hundred thousand rows of a file take seconds, and can be forgotten', async () => {
    const { cities } = places.gazetteer
    const rows = Array.from({ length: 100_000 }, (_, row) => ({
      city: textAt(cities.names, (row * 7919) % 5000),
      country: textIn(cities.countries, (row * 7919) % 5000),
      region: row % 3 === 0 ? '' : null,
    }))
    const started = performance.now()
    const found = await findPlaces(rows)
    expect(performance.now() - started).toBeLessThan(20_000)
    expect(found.every((place) => place !== null)).toBe(true)
    forgetPlaces()
    expect(await openPlaces()).not.toBe(places)
  })
})

import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { shortestTrip } from '../../test/shortest-trip.ts'
import type { Point } from '../values/geo.ts'
import { distancesFrom, orderRoute, routeMetres } from './route.ts'

/** Within about 30 km of Madrid, as a day's work is. */
const place = fc
  .tuple(fc.integer({ min: 0, max: 3000 }), fc.integer({ min: 0, max: 3000 }))
  .map(([x, y]): Point => ({ latitude: 40.3 + x / 10_000, longitude: -3.9 + y / 10_000 }))
const places = (most: number) => fc.array(place, { minLength: 1, maxLength: most })
const base = fc.option(place, { nil: null })

test('every stop is visited once, and the length is the one of that order', () => {
  fc.assert(
    fc.property(base, places(30), (from, stops) => {
      const { order, metres } = orderRoute(from, stops)
      expect(order.toSorted((a, b) => a - b)).toEqual(stops.map((_, index) => index))
      const ordered = order.flatMap((index) => stops[index] ?? [])
      expect(routeMetres(from, ordered)).toBe(metres)
    }),
    { numRuns: 60 },
  )
})

test('at most an eighth longer than the shortest way there is, up to nine stops, and never shorter', () => {
  fc.assert(
    fc.property(base, places(9), (from, stops) => {
      const shortest = shortestTrip(distancesFrom(from, stops))
      const { metres } = orderRoute(from, stops)
      expect(metres).toBeGreaterThanOrEqual(Math.floor(shortest))
      expect(metres).toBeLessThanOrEqual(Math.ceil(shortest * 1.125) + 1)
    }),
    { numRuns: 150 },
  )
})

test('the same stops give the same order, and stops in one line are visited along it', () => {
  const line = [3, 1, 2, 5, 4].map((x) => ({ latitude: 40, longitude: x / 100 }))
  expect(orderRoute({ latitude: 40, longitude: 0 }, line)).toEqual(
    orderRoute({ latitude: 40, longitude: 0 }, line),
  )
  const open = orderRoute(null, line).order.map((index) => line[index]?.longitude)
  expect([open, open.toReversed()]).toContainEqual([0.01, 0.02, 0.03, 0.04, 0.05])
  expect(orderRoute(null, [])).toEqual({ order: [], metres: 0 })
})

import { distanceMetres, type Point } from '../../../values/geo.ts'
import { textAt, textIn } from './columns.ts'
import type { Cities } from './package-cities.ts'

/** Places by squares of one degree: those of square n are `places` from starts[n] up to starts[n + 1]. */
export type Grid = { readonly cities: Cities; readonly starts: Uint32Array; readonly places: Uint32Array }

const squares = 180 * 360

function squareOf(latitude: number, longitude: number): number {
  const row = Math.min(179, Math.max(0, Math.floor(latitude) + 90))
  return row * 360 + ((((Math.floor(longitude) + 180) % 360) + 360) % 360)
}

function pointOf(cities: Cities, place: number): Point {
  return {
    latitude: (cities.latitudes[place] ?? 0) / 100_000,
    longitude: (cities.longitudes[place] ?? 0) / 100_000,
  }
}

export function buildGrid(cities: Cities): Grid {
  const starts = new Uint32Array(squares + 1)
  const squareAt = (place: number) => {
    const { latitude, longitude } = pointOf(cities, place)
    return squareOf(latitude, longitude)
  }
  for (let place = 0; place < cities.count; place++) starts[squareAt(place) + 1]! += 1
  for (let square = 0; square < squares; square++) starts[square + 1]! += starts[square]!
  const filled = starts.slice()
  const places = new Uint32Array(cities.count)
  for (let place = 0; place < cities.count; place++) places[filled[squareAt(place)]!++] = place
  return { cities, starts, places }
}

export type NearestPlace = { readonly name: string; readonly country: string; readonly metres: number }

/**
 * The place nearest to a point, with its distance: good for naming a point and, away from borders, its country.
 * Null in the middle of an ocean (nothing within a thousand kilometres).
 */
export function nearestPlace({ cities, starts, places }: Grid, point: Point): NearestPlace | null {
  let best = -1
  let metres = 1_000_000
  for (let ring = 0; ring <= 60; ring++) {
    // All squares of the ring are at least this far; a degree of longitude shrinks towards the poles.
    const shrink = Math.cos((Math.min(89, Math.abs(point.latitude) + ring) * Math.PI) / 180)
    if ((ring - 1) * 111_000 * shrink > metres) break
    for (let row = -ring; row <= ring; row++) {
      if (Math.abs(Math.floor(point.latitude) + row + 0.5) > 90) continue
      const step = Math.abs(row) === ring ? 1 : Math.max(1, 2 * ring)
      for (let column = -ring; column <= ring; column += step) {
        const square = squareOf(point.latitude + row, point.longitude + column)
        for (let at = starts[square] ?? 0; at < (starts[square + 1] ?? 0); at++) {
          const distance = distanceMetres(point, pointOf(cities, places[at] ?? 0))
          if (distance < metres) [best, metres] = [places[at] ?? -1, distance]
        }
      }
    }
  }
  if (best < 0) return null
  return {
    name: textAt(cities.names, best),
    country: textIn(cities.countries, best),
    metres: Math.round(metres),
  }
}

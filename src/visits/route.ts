import { type Point, distanceMetres } from '../values/geo.ts'

/** Metres between every two of some places, by their position in the list. */
export type Distances = readonly (readonly number[])[]

export type Route = {
  /** Positions in the list of stops, in the order in which they are visited. */
  readonly order: readonly number[]
  /** As the crow flies, from the base and back to it where there is one, else from the first stop to the last. */
  readonly metres: number
}

/**
 * Place 0 is where the day begins and ends, the others are the stops. Without a base the way to and from it costs nothing: a
 * round trip is then the shortest open way through the stops, wherever it begins and ends.
 */
export function distancesFrom(base: Point | null, stops: readonly Point[]): Distances {
  const places = [base, ...stops]
  return places.map((a) => places.map((b) => (a === null || b === null ? 0 : distanceMetres(a, b))))
}

/** Improvements below a millimetre are rounding. */
const least = 1e-3
/** From how many first stops a route is tried. */
const starts = 12

const between = (distances: Distances, a: number | undefined, b: number | undefined) =>
  distances[a ?? 0]?.[b ?? 0] ?? 0

/** The length of the round trip 0, …, 0 through these places. */
export function tripMetres(distances: Distances, trip: readonly number[]): number {
  return trip.reduce(
    (sum, place, at) => sum + between(distances, at === 0 ? 0 : trip[at - 1], place),
    between(distances, trip.at(-1), 0),
  )
}

/** The nearest place not yet visited comes next. */
function nearestFirst(distances: Distances, first: number): number[] {
  const left = new Set(Array.from({ length: distances.length - 1 }, (_, index) => index + 1))
  const trip: number[] = []
  for (let at: number | undefined = first; at !== undefined;) {
    trip.push(at)
    left.delete(at)
    let next: number | undefined
    for (const place of left)
      if (next === undefined || between(distances, at, place) < between(distances, at, next)) next = place
    at = next
  }
  return trip
}

/** Turns a part of the trip round where that is shorter (2-opt); whether it did. */
function turnParts(distances: Distances, trip: number[]): boolean {
  for (let from = 0; from < trip.length - 1; from += 1)
    for (let to = from + 1; to < trip.length; to += 1) {
      const before = from === 0 ? 0 : trip[from - 1]
      const gain =
        between(distances, before, trip[from]) +
        between(distances, trip[to], trip[to + 1]) -
        between(distances, before, trip[to]) -
        between(distances, trip[from], trip[to + 1])
      if (gain <= least) continue
      trip.splice(from, to - from + 1, ...trip.slice(from, to + 1).toReversed())
      return true
    }
  return false
}

/** Moves one to three stops in a row to a better place, either way round (Or-opt); whether it did. */
function moveParts(distances: Distances, trip: number[]): boolean {
  const now = tripMetres(distances, trip)
  for (let size = 1; size <= 3; size += 1)
    for (let from = 0; from + size <= trip.length; from += 1) {
      const part = trip.slice(from, from + size)
      const rest = [...trip.slice(0, from), ...trip.slice(from + size)]
      const without = tripMetres(distances, rest)
      const inside = part.slice(1).reduce((sum, place, at) => sum + between(distances, part[at], place), 0)
      for (let to = 0; to <= rest.length; to += 1)
        for (const turned of size === 1 ? [part] : [part, part.toReversed()]) {
          const [a, b] = [to === 0 ? 0 : rest[to - 1], rest[to]]
          const added =
            between(distances, a, turned[0]) +
            inside +
            between(distances, turned.at(-1), b) -
            between(distances, a, b)
          if (without + added >= now - least) continue
          trip.splice(0, trip.length, ...rest.slice(0, to), ...turned, ...rest.slice(to))
          return true
        }
    }
  return false
}

/** Makes a trip shorter until neither turning nor moving parts of it helps. */
export function shortenTrip(distances: Distances, trip: readonly number[]): number[] {
  const better = [...trip]
  while (turnParts(distances, better) || moveParts(distances, better));
  return better
}

/**
 * A short order for the stops of a day: nearest neighbour from several first stops, each improved by 2-opt and Or-opt, the
 * shortest kept. How far from the shortest there is: docs/decisions/0037-weekly-plan.md. The same stops give the same order.
 */
export function orderRoute(base: Point | null, stops: readonly Point[]): Route {
  if (stops.length === 0) return { order: [], metres: 0 }
  const distances = distancesFrom(base, stops)
  const places = stops.map((_, index) => index + 1)
  const firsts = places
    .toSorted((a, b) => between(distances, 0, a) - between(distances, 0, b))
    .slice(0, starts)
  let best: { trip: number[]; metres: number } | null = null
  for (const first of firsts) {
    const trip = shortenTrip(distances, nearestFirst(distances, first))
    const metres = tripMetres(distances, trip)
    if (best === null || metres < best.metres - least) best = { trip, metres }
  }
  return { order: best?.trip.map((place) => place - 1) ?? [], metres: Math.round(best?.metres ?? 0) }
}

/** The length in metres of a route in the order given. */
export function routeMetres(base: Point | null, stops: readonly Point[]): number {
  const distances = distancesFrom(base, stops)
  return Math.round(
    tripMetres(
      distances,
      stops.map((_, index) => index + 1),
    ),
  )
}

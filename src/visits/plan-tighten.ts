import { type Point, distanceMetres } from '../values/geo.ts'
import type { Candidate, PlanDay } from './plan-week.ts'
import { orderRoute } from './route.ts'

/** One day while it is being improved: a way through its places, and whose they are (null: fixed). */
type Tour = { readonly places: (Point | null)[]; readonly whose: (Candidate | null)[]; readonly room: number }

/** Metres less that are worth a change, and how often the whole week is gone through at most. */
const least = 1
const rounds = 40

const leg = (a: Point | null | undefined, b: Point | null | undefined) =>
  a === null || a === undefined || b === null || b === undefined ? 0 : distanceMetres(a, b)

/**
 * Makes the days of a week shorter in all: moves a customer to another day of its own where it lies nearer the way, or
 * exchanges two, until neither helps. No day gets more than its room, and nobody a day that isn't theirs.
 */
export function tightenWeek(
  chosen: readonly (readonly Candidate[])[],
  days: readonly PlanDay[],
  base: Point | null,
): Candidate[][] {
  const tours = days.map(({ fixed, free }, index) => tourOf(chosen[index] ?? [], fixed, free, base))
  const may = (candidate: Candidate, day: number) => candidate.days.includes(days[day]?.day as never)
  for (let round = 0; round < rounds; round += 1) {
    const moved = moveOne(tours, may)
    const exchanged = exchangeTwo(tours, may)
    if (!moved && !exchanged) break
  }
  return tours.map(({ whose }) => whose.filter((candidate) => candidate !== null))
}

function tourOf(own: readonly Candidate[], fixed: PlanDay['fixed'], free: number, base: Point | null): Tour {
  const all = [
    ...own.map((candidate) => ({ point: candidate.point, candidate })),
    ...fixed.flatMap(({ point }) => (point === null ? [] : [{ point, candidate: null }])),
  ]
  const { order } = orderRoute(
    base,
    all.map(({ point }) => point),
  )
  const ordered = order.flatMap((at) => all[at] ?? [])
  return {
    places: [base, ...ordered.map(({ point }) => point), base],
    whose: [null, ...ordered.map(({ candidate }) => candidate), null],
    room: free,
  }
}

type May = (candidate: Candidate, day: number) => boolean
const size = ({ whose }: Tour) => whose.filter((candidate) => candidate !== null).length

/** What a tour loses in metres without the place at this position. */
function saved({ places }: Tour, at: number): number {
  return (
    leg(places[at - 1], places[at]) + leg(places[at], places[at + 1]) - leg(places[at - 1], places[at + 1])
  )
}

/** Where a point costs least in a tour (the position it would get), if the place at `without` weren't there. */
function cheapest(
  { places }: Tour,
  point: Point,
  without: number | null = null,
): { at: number; metres: number } {
  const left = without === null ? places : places.toSpliced(without, 1)
  let best = { at: 1, metres: Number.POSITIVE_INFINITY }
  for (let at = 1; at < left.length; at += 1) {
    const metres = leg(left[at - 1], point) + leg(point, left[at]) - leg(left[at - 1], left[at])
    if (metres < best.metres) best = { at, metres }
  }
  return best
}

function take(tour: Tour, at: number): void {
  tour.places.splice(at, 1)
  tour.whose.splice(at, 1)
}
function put(tour: Tour, at: number, candidate: Candidate): void {
  tour.places.splice(at, 0, candidate.point)
  tour.whose.splice(at, 0, candidate)
}

function moveOne(tours: readonly Tour[], may: May): boolean {
  let did = false
  for (const from of tours)
    for (let at = 1; at < from.whose.length - 1; at += 1) {
      const candidate = from.whose[at]
      if (candidate === null || candidate === undefined) continue
      const gain = saved(from, at)
      let best: { to: Tour; at: number; metres: number } | null = null
      for (const [day, to] of tours.entries()) {
        if (to === from || size(to) >= to.room || !may(candidate, day)) continue
        const found = cheapest(to, candidate.point)
        if (found.metres < (best?.metres ?? gain - least)) best = { to, ...found }
      }
      if (best === null) continue
      take(from, at)
      put(best.to, best.at, candidate)
      did = true
      at -= 1
    }
  return did
}

function exchangeTwo(tours: readonly Tour[], may: May): boolean {
  let did = false
  for (const [one, a] of tours.entries())
    for (const [other, b] of tours.entries()) {
      if (other <= one) continue
      for (let i = 1; i < a.whose.length - 1; i += 1)
        for (let j = 1; j < b.whose.length - 1; j += 1) {
          const [x, y] = [a.whose[i], b.whose[j]]
          if (!x || !y || !may(x, other) || !may(y, one)) continue
          const [intoB, intoA] = [cheapest(b, x.point, j), cheapest(a, y.point, i)]
          if (intoA.metres + intoB.metres >= saved(a, i) + saved(b, j) - least) continue
          take(a, i)
          take(b, j)
          put(b, intoB.at, x)
          put(a, intoA.at, y)
          did = true
        }
    }
  return did
}

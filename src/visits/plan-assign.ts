import { type Point, distanceMetres } from '../values/geo.ts'
import type { Candidate, PlanDay } from './plan-week.ts'

/** The candidates of each day, by the position of the day. */
export type Assigned = { readonly days: readonly (readonly Candidate[])[] }

/**
 * Gives candidates a day each, in their order, those near each other the same one. Who is taken is never worse than it could
 * be: a candidate is left out only when all days it could have are full of earlier ones that have no other day either
 * (augmenting paths, as for matching in a bipartite graph). Days are filled evenly where that leaves nobody out.
 */
export function assignDays(
  candidates: readonly Candidate[],
  days: readonly PlanDay[],
  base: Point | null,
): Assigned {
  const room = days.map(({ free }) => Math.max(0, free))
  const full = match(candidates, days, room, [])
  const taken = candidates.filter((_, index) => full[index] !== null)
  const seeds = seedsOf(taken, days, room, base)
  const even = room.map((free) => Math.min(free, evenly(taken.length, room)))
  const spread = match(taken, days, even, seeds)
  const found = spread.includes(null) ? match(taken, days, room, seeds) : spread
  return { days: days.map((_, index) => taken.filter((__, at) => found[at] === index)) }
}

/** The least number a day that all fit into, where a day's room allows it. */
function evenly(count: number, room: readonly number[]): number {
  let level = 0
  while (level < Math.max(0, ...room) && room.reduce((sum, free) => sum + Math.min(free, level), 0) < count)
    level += 1
  // One more leaves days the freedom to be near each other.
  return level + 1
}

/** The day of each candidate, or null; days whose seed is nearer are tried first. */
function match(
  candidates: readonly Candidate[],
  days: readonly PlanDay[],
  room: readonly number[],
  seeds: readonly (Point | null)[],
): (number | null)[] {
  const dayOf: (number | null)[] = candidates.map(() => null)
  const inDay: number[][] = days.map(() => [])
  const wishes = candidates.map(({ point, days: possible }) =>
    days
      .flatMap(({ day }, index) => (possible.includes(day) ? [index] : []))
      .toSorted((a, b) => far(point, seeds[a]) - far(point, seeds[b])),
  )
  const place = (candidate: number, tried: Set<number>): boolean => {
    for (const day of wishes[candidate] ?? []) {
      if (tried.has(day)) continue
      tried.add(day)
      const others = inDay[day] ?? []
      if (others.length < (room[day] ?? 0)) {
        others.push(candidate)
        dayOf[candidate] = day
        return true
      }
      for (const other of others) {
        if (!place(other, tried)) continue
        others.splice(others.indexOf(other), 1, candidate)
        dayOf[candidate] = day
        return true
      }
    }
    return false
  }
  for (const index of candidates.keys()) place(index, new Set())
  return dayOf
}

const far = (point: Point, seed: Point | null | undefined) =>
  seed === null || seed === undefined ? 0 : distanceMetres(point, seed)

/**
 * A place for each day that the rest of the day gathers around: where something fixed already is, else places far from
 * each other. Null for a day without room.
 */
function seedsOf(
  taken: readonly Candidate[],
  days: readonly PlanDay[],
  room: readonly number[],
  base: Point | null,
): (Point | null)[] {
  const seeds: (Point | null)[] = days.map(
    ({ fixed }) => fixed.find(({ point }) => point !== null)?.point ?? null,
  )
  for (const [index, { day }] of days.entries()) {
    if (seeds[index] !== null || (room[index] ?? 0) === 0) continue
    const others = [...seeds.filter((seed) => seed !== null), ...(base === null ? [] : [base])]
    let best: { point: Point; from: number } | null = null
    for (const { point, days: possible } of taken) {
      if (!possible.includes(day)) continue
      const from = others.length === 0 ? 0 : Math.min(...others.map((other) => distanceMetres(point, other)))
      if (best === null || from > best.from) best = { point, from }
    }
    seeds[index] = best?.point ?? null
  }
  return seeds
}

import type { Day } from '../values/day.ts'
import type { Point } from '../values/geo.ts'
import { orderRoute } from './route.ts'
import { tightenWeek } from './plan-tighten.ts'
import { assignDays } from './plan-assign.ts'

/** A customer that could be visited in the week; the list is in order of harm (compareHarm). */
export type Candidate = {
  readonly customerId: string
  readonly point: Point
  /** The days of the week on which it is open, due and this person's, and on which nobody else of ours goes there. */
  readonly days: readonly Day[]
}

/** A working day: what stands in it already, and how many visits more it takes. */
export type PlanDay = { readonly day: Day; readonly free: number; readonly fixed: readonly Stop[] }
/** A visit to a customer that has no place yet is kept where it stands in its day. */
export type Stop = { readonly customerId: string; readonly point: Point | null }

export type DayRoute = {
  readonly day: Day
  readonly stops: readonly string[]
  /** As the crow flies, between the stops that have a place. */
  readonly metres: number
}
export type WeekProposal = {
  readonly days: readonly DayRoute[]
  /** Candidates for whom no day had room left, in the order given. */
  readonly left: readonly string[]
}

/**
 * Proposes a week (rule 4.1): as many candidates as there is room for, the first ones first; each on one of its days, near
 * the others of that day, every day's stops in a short order from the base and back. What is fixed stays in its day.
 */
export function proposeWeek(
  candidates: readonly Candidate[],
  days: readonly PlanDay[],
  base: Point | null,
): WeekProposal {
  const chosen = assignDays(candidates, days, base)
  const tightened = tightenWeek(chosen.days, days, base)
  const planned = new Set(tightened.flat().map(({ customerId }) => customerId))
  return {
    days: days.map(({ day, fixed }, index) => ({
      day,
      ...inOrder([...fixed, ...(tightened[index] ?? [])], base),
    })),
    left: candidates.flatMap(({ customerId }) => (planned.has(customerId) ? [] : [customerId])),
  }
}

/** Stops in a short order; those without a place come last. */
export function inOrder(stops: readonly Stop[], base: Point | null): { stops: string[]; metres: number } {
  const placed = stops.flatMap(({ customerId, point }) => (point === null ? [] : [{ customerId, point }]))
  const { order, metres } = orderRoute(
    base,
    placed.map(({ point }) => point),
  )
  const unplaced = stops.filter(({ point }) => point === null)
  return {
    stops: [...order.flatMap((at) => placed[at] ?? []), ...unplaced].map(({ customerId }) => customerId),
    metres,
  }
}

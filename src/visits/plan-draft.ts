import type { Day } from '../values/day.ts'
import type { Point } from '../values/geo.ts'
import { type Candidate, type Stop as Placed, inOrder, proposeWeek } from './plan-week.ts'
import { routeMetres } from './route.ts'

/** A visit in a week that is being planned; `visitId` null: not saved yet. Made ones stay where they are. */
export type DraftStop = {
  readonly customerId: string
  readonly visitId: string | null
  readonly made: boolean
  readonly reason: string
}
export type DraftDay = { readonly day: string; readonly stops: readonly DraftStop[] }
/** Somebody else's visit that the plan asks for (rule 4.2). */
export type DraftOther = {
  readonly customerId: string
  readonly personId: string
  readonly day: string
  readonly reason: 'other-person' | 'sponsor'
}
export type Draft = { readonly days: readonly DraftDay[]; readonly others: readonly DraftOther[] }

type Standing = {
  readonly id: string
  readonly customer: { readonly id: string }
  readonly on: string
  readonly made: boolean
  readonly reason: string
}

/** The week as it stands. */
export function draftOfWeek(days: readonly string[], visits: readonly Standing[]): Draft {
  return {
    days: days.map((day) => ({
      day,
      stops: visits
        .filter(({ on }) => on === day)
        .map(({ id, customer, made, reason }) => ({ customerId: customer.id, visitId: id, made, reason })),
    })),
    others: [],
  }
}

const holds = (day: DraftDay, customerId: string) => day.stops.some((stop) => stop.customerId === customerId)

/** The day that a customer stands in, or null. */
export function dayOfStop(draft: Draft, customerId: string): string | null {
  return draft.days.find((day) => holds(day, customerId))?.day ?? null
}

/** Puts a stop into a day at a place (the end if left out); whoever is there already isn't put twice. */
export function putStop(draft: Draft, stop: DraftStop, to: string, at?: number): Draft {
  const days = draft.days.map((day) => {
    const others = day.stops.filter(({ customerId }) => customerId !== stop.customerId || stop.made)
    if (day.day !== to) return { ...day, stops: others }
    return { ...day, stops: others.toSpliced(at ?? others.length, 0, stop) }
  })
  return { days, others: draft.others.filter(({ customerId }) => customerId !== stop.customerId) }
}

/** Moves a stop by keyboard: earlier or later in its day, or to the day before or after. What was made stays. */
export function shiftStop(draft: Draft, customerId: string, way: 'up' | 'down' | 'before' | 'after'): Draft {
  const index = draft.days.findIndex((day) => holds(day, customerId))
  const from = draft.days[index]
  const stop = from?.stops.find((one) => one.customerId === customerId)
  if (from === undefined || stop === undefined || stop.made) return draft
  const at = from.stops.indexOf(stop)
  if (way === 'up' || way === 'down') {
    const to = way === 'up' ? at - 1 : at + 1
    return to < 0 || to >= from.stops.length ? draft : putStop(draft, stop, from.day, to)
  }
  const day = draft.days[way === 'before' ? index - 1 : index + 1]
  return day === undefined ? draft : putStop(draft, stop, day.day)
}

/** Takes a planned stop out of the week. */
export function removeStop(draft: Draft, customerId: string): Draft {
  const days = draft.days.map((day) => ({
    ...day,
    stops: day.stops.filter((stop) => stop.customerId !== customerId || stop.made),
  }))
  return { ...draft, days }
}

type Outlets = ReadonlyMap<string, Point | null>
export type Room = {
  readonly visitsADay: number
  /** Days that can still be planned. */
  readonly open: readonly string[]
  readonly base: Point | null
}

/** Fills the room that is left with what is due; what stands in the draft stays in its day. */
export function fillDraft(
  draft: Draft,
  due: readonly { readonly customer: { readonly id: string }; readonly days: readonly string[] }[],
  outlets: Outlets,
  { visitsADay, open, base }: Room,
): Draft {
  const point = (customerId: string) => outlets.get(customerId) ?? null
  const asked = new Set(draft.others.map(({ customerId }) => customerId))
  const candidates = due.flatMap(({ customer, days }): Candidate[] => {
    const place = point(customer.id)
    if (place === null || asked.has(customer.id) || dayOfStop(draft, customer.id) !== null) return []
    return [{ customerId: customer.id, point: place, days: days as Day[] }]
  })
  const days = draft.days
    .filter(({ day }) => open.includes(day))
    .map(({ day, stops }) => ({
      day: day as Day,
      free: visitsADay - stops.length,
      fixed: stops.map(({ customerId }): Placed => ({ customerId, point: point(customerId) })),
    }))
  const proposed = proposeWeek(candidates, days, base)
  const filled = draft.days.map((day) => {
    const route = proposed.days.find((one) => one.day === day.day)
    if (route === undefined || route.stops.every((customerId) => holds(day, customerId))) return day
    const known = new Map(day.stops.map((stop) => [stop.customerId, stop]))
    const stops = route.stops.map(
      (customerId): DraftStop =>
        known.get(customerId) ?? { customerId, visitId: null, made: false, reason: 'cadence' },
    )
    return { ...day, stops: [...stops.filter(({ made }) => made), ...stops.filter(({ made }) => !made)] }
  })
  return { ...draft, days: filled }
}

/** Orders the stops of a day anew; what was made comes first. */
export function orderDay(draft: Draft, day: string, outlets: Outlets, base: Point | null): Draft {
  const days = draft.days.map((one) => {
    if (one.day !== day) return one
    const made = one.stops.filter((stop) => stop.made)
    const open = one.stops.filter((stop) => !stop.made)
    const placed = open.map(({ customerId }) => ({ customerId, point: outlets.get(customerId) ?? null }))
    const { stops } = inOrder(placed, base)
    return {
      ...one,
      stops: [...made, ...stops.flatMap((id) => open.find((stop) => stop.customerId === id) ?? [])],
    }
  })
  return { ...draft, days }
}

/** Metres of a day as the crow flies, in the order in which its stops stand. */
export function metresOfDay({ stops }: DraftDay, outlets: Outlets, base: Point | null): number {
  const points = stops.flatMap(({ customerId }) => outlets.get(customerId) ?? [])
  return points.length === 0 ? 0 : routeMetres(base, points)
}

const said = ({ days, others }: Draft) =>
  JSON.stringify([
    days.map(({ day, stops }) => [day, stops.map((stop) => [stop.customerId, stop.visitId])]),
    others,
  ])

/** Whether two drafts say the same. */
export function isSameDraft(a: Draft, b: Draft): boolean {
  return said(a) === said(b)
}

/** The draft as it is sent to be saved; made visits are no longer planned. */
export function asSaved(
  draft: Draft,
  week: {
    readonly personId: string
    readonly from: string
    readonly seen: readonly { id: string; version: number; made: boolean }[]
  },
) {
  const { personId, from, seen } = week
  return {
    personId,
    from,
    seen: seen.filter(({ made }) => !made).map(({ id, version }) => ({ id, version })),
    days: draft.days.map(({ day, stops }) => ({
      day,
      stops: stops
        .filter(({ made }) => !made)
        .map(({ visitId, customerId, reason }) => ({
          visitId,
          customerId,
          reason: reason === 'cadence' ? ('cadence' as const) : ('hand' as const),
        })),
    })),
    others: draft.others.map((other) => ({ ...other })),
  }
}

import { addDays, weekday } from '../values/calendar.ts'
import { type Day, dayFromNumber, dayNumber } from '../values/day.ts'
import type { Chance } from './chance.ts'
import type { DemoHolding, DemoOutlet } from './outlets.ts'
import { type DemoOptions, idOn } from './staff.ts'
import type { DemoOrder } from './trade.ts'

export type DemoVisit = {
  id: string
  personId: string
  plannedOn: Day | null
  /** Null while it is ahead. */
  visitedOn: Day | null
  /** Minutes after midnight UTC when it began, and how long it took. */
  at: number
  minutes: number
  /** How far from the outlet's place it was checked in, in metres. */
  distance: number
  met: boolean
  reason: 'cadence' | 'other-person' | 'sponsor' | 'hand'
  /** The order taken on it, by its place among the outlet's orders. */
  order: number | null
}

const every = { A: 7, B: 14, C: 28 } as const

/**
 * Visits to one outlet over the last year, and one ahead: most orders were taken on one, some visits brought none, and of
 * those to A and B every fourth or so was made by somebody else than the owner (rule 4.2).
 */
export function visitsTo(
  outlet: DemoOutlet,
  orders: readonly Omit<DemoOrder, 'number'>[],
  { today, months }: Pick<DemoOptions, 'today' | 'months'>,
  chance: Chance,
): DemoVisit[] {
  const since = addDays(today, -30 * Math.min(12, months))
  const visits: DemoVisit[] = []
  for (const [index, order] of orders.entries()) {
    if (order.day < since || order.day >= today || chance.happens(0.3)) continue
    visits.push(made(order.personId, order.day, 'cadence', index, chance))
    if (!chance.happens(0.35)) continue
    const day = addDays(order.day, 3 + chance.whole(every[outlet.tier]))
    if (day >= today) continue
    const other = outlet.tier === 'C' ? null : somebodyElse(outlet.holdings, day, chance)
    const owner = ownerOn(outlet.holdings, day)
    if (other !== null && chance.happens(0.5)) visits.push(made(other.id, day, other.reason, null, chance))
    else if (owner !== null) visits.push(made(owner, day, 'cadence', null, chance))
  }
  const owner = ownerOn(outlet.holdings, today)
  if (owner !== null && chance.happens(0.6)) visits.push(ahead(owner, outlet, today, chance))
  return visits
}

function made(
  personId: string,
  day: Day,
  reason: DemoVisit['reason'],
  order: number | null,
  chance: Chance,
): DemoVisit {
  return {
    id: idOn(day, chance),
    personId,
    plannedOn: chance.happens(0.9) ? day : null,
    visitedOn: day,
    at: 8 * 60 + chance.whole(9 * 60),
    minutes: 10 + chance.whole(35),
    distance: chance.happens(0.93) ? chance.whole(60) : 600 + chance.whole(3000),
    met: order !== null || chance.happens(0.75),
    reason,
    order,
  }
}

function ahead(personId: string, outlet: DemoOutlet, today: Day, chance: Chance): DemoVisit {
  let day = addDays(today, 1 + chance.whole(every[outlet.tier]))
  // Nobody goes on Saturdays and Sundays.
  while (weekday(day) > 5) day = addDays(day, 1)
  const visit = made(personId, day, 'cadence', null, chance)
  return { ...visit, plannedOn: day, visitedOn: null }
}

function ownerOn(holdings: readonly DemoHolding[], day: Day): string | null {
  return holdings.findLast(({ role, fromDay }) => role === 'owner' && fromDay <= day)?.personId ?? null
}

function somebodyElse(
  holdings: readonly DemoHolding[],
  day: Day,
  chance: Chance,
): { id: string; reason: 'sponsor' | 'other-person' } | null {
  const others = holdings.flatMap(({ role, personId, fromDay }) =>
    role !== 'owner' && personId !== null && fromDay <= day
      ? [{ id: personId, reason: role === 'sponsor' ? ('sponsor' as const) : ('other-person' as const) }]
      : [],
  )
  return others.length === 0 ? null : chance.pick(others)
}

export type DemoPromise = {
  id: string
  text: number
  madeBy: string
  madeOn: Day
  dueOn: Day
  keptOn: Day | null
}
export type DemoComplaint = {
  id: string
  text: number
  takenBy: string
  raisedOn: Day
  dueOn: Day
  resolvedOn: Day | null
  rating: number | null
}

/** What was promised and complained of lately; most of it is dealt with, some is late. */
export function wordsWith(
  outlet: DemoOutlet,
  today: Day,
  texts: { promises: number; complaints: number },
  chance: Chance,
): { promises: DemoPromise[]; complaints: DemoComplaint[] } {
  const owner = ownerOn(outlet.holdings, today)
  if (owner === null) return { promises: [], complaints: [] }
  const begun = dayFromNumber(Math.max(dayNumber(outlet.registeredOn), dayNumber(today) - 90))
  const someDay = () => addDays(begun, chance.whole(Math.max(1, dayNumber(today) - dayNumber(begun))))
  const promises = chance.happens(0.25) ? [promiseOf(owner, someDay(), today, texts.promises, chance)] : []
  const complaints = chance.happens(0.12)
    ? [complaintOf(owner, someDay(), today, texts.complaints, chance)]
    : []
  return { promises, complaints }
}

function promiseOf(madeBy: string, madeOn: Day, today: Day, texts: number, chance: Chance): DemoPromise {
  const dueOn = addDays(madeOn, 3 + chance.whole(21))
  const kept = addDays(madeOn, 1 + chance.whole(20))
  const keptOn = kept < today && chance.happens(0.7) ? kept : null
  return { id: idOn(madeOn, chance), text: chance.whole(texts), madeBy, madeOn, dueOn, keptOn }
}

function complaintOf(
  takenBy: string,
  raisedOn: Day,
  today: Day,
  texts: number,
  chance: Chance,
): DemoComplaint {
  const done = addDays(raisedOn, 1 + chance.whole(8))
  const resolvedOn = done < today && chance.happens(0.75) ? done : null
  return {
    id: idOn(raisedOn, chance),
    text: chance.whole(texts),
    takenBy,
    raisedOn,
    dueOn: addDays(raisedOn, 5),
    resolvedOn,
    rating: resolvedOn !== null && chance.happens(0.6) ? 3 + chance.whole(3) : null,
  }
}

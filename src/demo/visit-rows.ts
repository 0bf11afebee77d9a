import type { Day } from '../values/day.ts'
import type { DemoCompany } from './company.ts'
import type { DemoLife } from './life.ts'
import type { Dealings } from './order-rows.ts'
import type { DemoOutlet } from './outlets.ts'
import type { Pack } from './pack.ts'
import type { DemoTable, Rows } from './rows.ts'
import { words } from './words.ts'

const pad = (number: number) => String(number).padStart(2, '0')
const instant = (day: Day, minutes: number) =>
  `${day}T${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}:00Z`

/** Visits, before the orders that were taken on them. */
export function visitRows(
  company: string,
  pack: Pack,
  made: DemoCompany,
  part: readonly Dealings[],
): [DemoTable, Rows][] {
  const said = words[pack.language]
  const { chance } = made
  const rows = part.flatMap(({ outlet, life }) =>
    life.visits.map((visit) => ({
      organization_id: company,
      id: visit.id,
      customer_id: outlet.id,
      person_id: visit.personId,
      planned_on: visit.plannedOn,
      minutes: 30,
      reason: visit.plannedOn === null ? 'unplanned' : visit.reason,
      planned_by: visit.personId,
      ...doneOn(outlet, visit),
      outcome: visit.visitedOn === null ? null : visit.met ? 'met' : 'nobody-there',
      note: visit.visitedOn !== null && chance.happens(0.3) ? chance.pick(said.notes) : null,
      next_step: visit.visitedOn !== null && chance.happens(0.1) ? chance.pick(said.nextSteps) : null,
    })),
  )
  return [['visit', rows]]
}

/** Where and when a visit took place; nothing of one that is ahead. Every row has every column. */
function doneOn(outlet: DemoOutlet, visit: DemoLife['visits'][number]) {
  const { visitedOn: day, at, minutes, distance } = visit
  const isDone = day !== null
  const exact = outlet.locatedBy !== 'approximate'
  // A degree of latitude is 111.2 km.
  const latitude = isDone ? Math.round((outlet.latitude + distance / 111_200) * 1e6) / 1e6 : null
  const longitude = isDone ? outlet.longitude : null
  const seen = distance <= 100 ? 'verified' : 'out-of-range'
  const verdict = isDone ? (exact ? seen : 'unverifiable') : null
  return {
    visited_on: day,
    checked_in_at: isDone ? instant(day, at) : null,
    in_latitude: latitude,
    in_longitude: longitude,
    in_accuracy_m: isDone ? 12 : null,
    in_distance_m: isDone && exact ? distance : null,
    in_verdict: verdict,
    checked_out_at: isDone ? instant(day, at + minutes) : null,
    out_latitude: latitude,
    out_longitude: longitude,
    out_accuracy_m: isDone ? 12 : null,
    out_verdict: verdict,
  }
}

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
      ...(visit.visitedOn === null ? {} : doneOn(outlet, visit.visitedOn, visit)),
      outcome: visit.visitedOn === null ? null : visit.met ? 'met' : 'nobody-there',
      note: visit.visitedOn !== null && chance.happens(0.3) ? chance.pick(said.notes) : null,
      next_step: visit.visitedOn !== null && chance.happens(0.1) ? chance.pick(said.nextSteps) : null,
    })),
  )
  return [['visit', rows]]
}

function doneOn(outlet: DemoOutlet, day: Day, visit: DemoLife['visits'][number]) {
  const exact = outlet.locatedBy !== 'approximate'
  // A degree of latitude is 111.2 km.
  const latitude = Math.round((outlet.latitude + visit.distance / 111_200) * 1e6) / 1e6
  const verdict = exact ? (visit.distance <= 100 ? 'verified' : 'out-of-range') : 'unverifiable'
  return {
    visited_on: day,
    checked_in_at: instant(day, visit.at),
    in_latitude: latitude,
    in_longitude: outlet.longitude,
    in_accuracy_m: 12,
    in_distance_m: exact ? visit.distance : null,
    in_verdict: verdict,
    checked_out_at: instant(day, visit.at + visit.minutes),
    out_latitude: latitude,
    out_longitude: outlet.longitude,
    out_accuracy_m: 12,
    out_verdict: verdict,
  }
}

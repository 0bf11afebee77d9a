import { type RawBuilder, sql } from 'kysely'
import { instant, personJson } from '../../../customers/server/queries/instant.ts'
import type { Actor } from '../../../platform/server/database/actor.ts'
import type { Tx } from '../../../platform/server/database/connect.ts'
import type { Visit, VisitInBrief } from '../../schema/visit.ts'
import { inOrder } from '../../task.ts'
import { type Standing, actionsOn, stateOf } from '../../visit.ts'
import type { Position } from '../../../values/geo.ts'
import { improvesPlace } from '../../fence.ts'
import { placeOf, positionOf } from './place.ts'

type BriefRow = Omit<VisitInBrief, 'state'> & { cancelledAt: string | null }

const when = (column: string) =>
  sql`case when ${sql.ref(column)} is not null then ${instant(sql.ref(column))} end`

const customerOfVisit = sql`jsonb_build_object('id', c.id, 'code', c.code, 'name', c.name, 'tier', c.tier, 'city', c.city,
  'street', c.street, 'latitude', c.latitude, 'longitude', c.longitude, 'locatedBy', c.located_by)`

const brief = sql`
  v.id, ${customerOfVisit} as customer, ${personJson('p')} as person,
  coalesce((select jsonb_agg(${personJson('w')} order by w.name) from visit_companion k
    join person w on w.organization_id = k.organization_id and w.id = k.person_id
    where k.organization_id = v.organization_id and k.visit_id = v.id), '[]') as companions,
  v.planned_on as "plannedOn", to_char(v.planned_at, 'HH24:MI') as "plannedAt", v.minutes, v.position, v.reason, v.purpose,
  v.visited_on as "visitedOn", ${when('v.checked_in_at')} as "checkedInAt", ${when('v.checked_out_at')} as "checkedOutAt",
  v.in_verdict as verdict, v.outcome, ${when('v.cancelled_at')} as "cancelledAt",
  coalesce((select jsonb_agg(distinct t.kind) from visit_task t where t.organization_id = v.organization_id
    and t.visit_id = v.id and t.done_at is not null), '[]') as "tasksDone"`
const tables = sql`visit v
  join customer c on c.organization_id = v.organization_id and c.id = v.customer_id
  join person p on p.organization_id = v.organization_id and p.id = v.person_id`

/** Visits that the asker may see, as lists show them. */
export async function visitsWhere(
  tx: Tx,
  condition: RawBuilder<unknown>,
  order: RawBuilder<unknown>,
  limit: number,
): Promise<VisitInBrief[]> {
  const { rows } = await sql<BriefRow>`
    select ${brief} from ${tables} where v.organization_id = app.organization() and ${condition}
    order by ${order} limit ${limit}`.execute(tx)
  return rows.map(({ cancelledAt, ...row }) => ({ ...row, state: stateOf({ ...row, cancelledAt }) }))
}

type FullRow = Omit<Visit, 'state' | 'may' | 'mayProposePlace' | 'checkIn' | 'checkOut'> & {
  inCheck: NonNullable<Visit['checkIn']> | null
  outCheck: NonNullable<Visit['checkOut']> | null
  place: Parameters<typeof placeOf>[0]
  taken: Parameters<typeof positionOf>[0]
}

/** One visit with all that hangs on it, and what the asker can do; null when there is none that they may see. */
export async function visitWith(tx: Tx, id: string, actor: Actor): Promise<Visit | null> {
  const { rows } = await sql<FullRow>`
    select ${brief}, v.code, v.note, v.next_step as "nextStep", v.next_step_on as "nextStepOn", v.version,
      v.cancel_reason as "cancelReason", v.cancel_cause as "cancelCause", ${personJson('l')} as "plannedBy",
      ${personJson('x')} as "cancelledBy",
      case when v.checked_in_at is not null then jsonb_build_object('at', ${instant(sql`v.checked_in_at`)},
        'deviceAt', ${instant(sql`v.in_device_at`)}, 'accuracyM', v.in_accuracy_m, 'distanceM', v.in_distance_m,
        'verdict', v.in_verdict) end as "inCheck",
      case when v.checked_out_at is not null then jsonb_build_object('at', ${instant(sql`v.checked_out_at`)},
        'deviceAt', ${instant(sql`v.out_device_at`)}, 'accuracyM', v.out_accuracy_m, 'distanceM', v.out_distance_m,
        'verdict', v.out_verdict) end as "outCheck",
      jsonb_build_object('latitude', c.latitude, 'longitude', c.longitude, 'accuracyM', c.accuracy_m,
        'locatedBy', c.located_by) as place,
      jsonb_build_object('latitude', v.in_latitude, 'longitude', v.in_longitude, 'accuracyM', v.in_accuracy_m) as taken,
      coalesce((select jsonb_agg(jsonb_build_object('id', t.id, 'kind', t.kind, 'text', t.text,
          'doneAt', ${instant(sql`t.done_at`)}, 'result', t.result) order by t.created_at, t.id)
        from visit_task t where t.organization_id = v.organization_id and t.visit_id = v.id), '[]') as tasks,
      coalesce((select jsonb_agg(jsonb_build_object('person', ${personJson('w')},
          'confirmedAt', ${instant(sql`k.confirmed_at`)}) order by w.name) from visit_companion k
        join person w on w.organization_id = k.organization_id and w.id = k.person_id
        where k.organization_id = v.organization_id and k.visit_id = v.id), '[]') as "withCompanions",
      coalesce((select jsonb_agg(jsonb_build_object('id', d.id, 'name', d.name, 'hasThumbnail', d.has_thumbnail)
          order by d.added_at) from document d
        where d.organization_id = v.organization_id and d.visit_id = v.id and d.removed_at is null), '[]') as photos
    from ${tables}
    left join person l on l.organization_id = v.organization_id and l.id = v.planned_by
    left join person x on x.organization_id = v.organization_id and x.id = v.cancelled_by
    where v.organization_id = app.organization() and v.id = ${id}`.execute(tx)
  const row = rows[0]
  if (row === undefined) return null
  const { inCheck, outCheck, place, taken, ...visit } = row
  const state = stateOf(visit)
  const may = actor.may.includes('visits.write') ? actionsOn(state, standingIn(visit, actor)) : []
  const mayProposePlace =
    may.includes('record') &&
    actor.may.includes('customers.change') &&
    improvesPlace(placeOf(place), positionOf(taken))
  return {
    ...visit,
    tasks: inOrder(visit.tasks),
    state,
    checkIn: inCheck,
    checkOut: outCheck,
    may,
    mayProposePlace,
  }
}

/** How an asker stands to a visit. */
export function standingIn(
  visit: {
    readonly person: { id: string }
    readonly companions: readonly { id: string }[]
    readonly plannedBy: { id: string } | null
  },
  { personId, people, may }: Actor,
): Standing {
  const visitor = personId !== null && visit.person.id === personId
  return {
    visitor,
    companion: visit.companions.some(({ id }) => id === personId),
    planner:
      (personId !== null && visit.plannedBy?.id === personId) ||
      people.includes(visit.person.id) ||
      may.includes('customers.read.all'),
  }
}

/** Where a visit was checked in; null when there was no position. */
export async function takenAt(tx: Tx, id: string): Promise<Position | null> {
  const { rows } = await sql<{ latitude: number | null; longitude: number | null; accuracyM: number | null }>`
    select in_latitude as latitude, in_longitude as longitude, in_accuracy_m as "accuracyM" from visit
    where organization_id = app.organization() and id = ${id}`.execute(tx)
  return rows[0] === undefined ? null : positionOf(rows[0])
}

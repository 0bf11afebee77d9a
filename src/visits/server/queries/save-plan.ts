import { sql } from 'kysely'
import type { Tx } from '../../../platform/server/database/connect.ts'

/** How a planned visit stood, and stands: what undoing needs. */
export type Standing = {
  id: string
  customerId: string
  version: number
  plannedOn: string
  position: number | null
  cancelled: boolean
}
export type Step = {
  readonly visitId: string
  readonly customerId: string
  /** The version that saving left. */
  readonly version: number
  /** Null: it wasn't there. */
  readonly before: {
    readonly plannedOn: string
    readonly position: number | null
    readonly cancelled: boolean
  } | null
}

/** Planned visits that haven't begun, of a person in some days, or those of the given ids; locked. */
export async function lockPlanned(
  tx: Tx,
  which: { person: string; from: string; to: string } | { ids: readonly string[] },
): Promise<Standing[]> {
  const only =
    'ids' in which
      ? sql`v.id = any (${[...which.ids]}::uuid[])`
      : sql`v.person_id = ${which.person} and v.planned_on between ${which.from}::date and ${which.to}::date
          and v.cancelled_at is null`
  const { rows } = await sql<Standing>`
    select v.id, v.customer_id as "customerId", v.version, v.planned_on::text as "plannedOn", v.position,
      v.cancelled_at is not null as cancelled
    from visit v where v.organization_id = app.organization() and v.visited_on is null and ${only}
    order by v.id for update`.execute(tx)
  return rows
}

export type NewStop = {
  readonly id: string
  readonly customerId: string
  readonly personId: string
  readonly day: string
  readonly position: number | null
  readonly reason: string
}

/** Plans many visits in one statement; whether each follows whoever serves its customer is asked of the ledger. */
export async function insertStops(tx: Tx, stops: readonly NewStop[]): Promise<void> {
  if (stops.length === 0) return
  await sql`
    insert into visit (organization_id, id, customer_id, person_id, planned_on, position, reason, planned_by, for_owner)
    select app.organization(), s.id, s.customer_id, s.person_id, s.day, s.position, s.reason, app.person(),
      s.reason in ('cadence', 'hand') and app.serves(s.customer_id, s.person_id, s.day)
    from unnest(${stops.map(({ id }) => id)}::uuid[], ${stops.map((one) => one.customerId)}::uuid[],
      ${stops.map(({ personId }) => personId)}::uuid[], ${stops.map(({ day }) => day)}::date[],
      ${stops.map(({ position }) => position)}::smallint[], ${stops.map(({ reason }) => reason)}::text[])
      as s (id, customer_id, person_id, day, position, reason)`.execute(tx)
}

type Place = {
  readonly id: string
  readonly plannedOn: string
  readonly position: number | null
  readonly cancelled: boolean
}

/** Puts planned visits where they are now to stand, cancelled or not, in one statement. */
export async function placeVisits(tx: Tx, places: readonly Place[]): Promise<void> {
  if (places.length === 0) return
  await sql`
    update visit v set planned_on = p.day, position = p.position, version = v.version + 1, updated_at = now(),
      cancelled_at = case when p.cancelled then coalesce(v.cancelled_at, now()) end,
      cancel_cause = case when p.cancelled then coalesce(v.cancel_cause, 'hand') end,
      cancelled_by = case when p.cancelled then coalesce(v.cancelled_by, app.person()) end,
      for_owner = v.reason in ('cadence', 'hand') and app.serves(v.customer_id, v.person_id, p.day)
    from unnest(${places.map(({ id }) => id)}::uuid[], ${places.map((one) => one.plannedOn)}::date[],
      ${places.map(({ position }) => position)}::smallint[], ${places.map(({ cancelled }) => cancelled)}::boolean[])
      as p (id, day, position, cancelled)
    where v.organization_id = app.organization() and v.id = p.id`.execute(tx)
}

/** Keeps what saving a plan changed; answers its id. */
export async function insertPlan(
  tx: Tx,
  plan: {
    readonly id: string
    readonly personId: string
    readonly from: string
    readonly steps: readonly Step[]
  },
): Promise<void> {
  await sql`
    insert into visit_plan (organization_id, id, person_id, from_day, steps, saved_by)
    values (app.organization(), ${plan.id}, ${plan.personId}, ${plan.from}, ${JSON.stringify(plan.steps)}::jsonb,
      app.person())`.execute(tx)
}

/** A saved plan that can still be taken back; null when there is none, or it was. */
export async function lockPlan(tx: Tx, id: string): Promise<{ personId: string; steps: Step[] } | null> {
  const { rows } = await sql<{ personId: string; steps: Step[] }>`
    select person_id as "personId", steps from visit_plan
    where organization_id = app.organization() and id = ${id} and undone_at is null for update`.execute(tx)
  return rows[0] ?? null
}

export async function markUndone(tx: Tx, id: string): Promise<void> {
  await sql`update visit_plan set undone_at = clock_timestamp()
    where organization_id = app.organization() and id = ${id}`.execute(tx)
}

import { sql } from 'kysely'
import type { Tx } from '../../../platform/server/database/connect.ts'

type Said = {
  readonly visitsADay: number | null
  readonly workdays: readonly number[] | null
  readonly base: { readonly latitude: number; readonly longitude: number } | null
}

/** Keeps what is said of a person's capacity; answers the row's id. */
export async function putCapacity(tx: Tx, personId: string, said: Said): Promise<string> {
  const { visitsADay, workdays, base } = said
  const { rows } = await sql<{ id: string }>`
    insert into visit_capacity as k (organization_id, id, person_id, visits_a_day, workdays, base_latitude, base_longitude)
    values (app.organization(), app.new_id(), ${personId}, ${visitsADay}, ${workdays === null ? null : [...workdays]}::smallint[],
      ${base?.latitude ?? null}, ${base?.longitude ?? null})
    on conflict (organization_id, person_id) do update set visits_a_day = excluded.visits_a_day,
      workdays = excluded.workdays, base_latitude = excluded.base_latitude, base_longitude = excluded.base_longitude,
      version = k.version + 1
    returning id`.execute(tx)
  const [row] = rows
  if (row === undefined) throw new Error('the capacity has vanished')
  return row.id
}

/** Everybody below a person, with them. */
export async function teamOf(tx: Tx, personId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select u.id from app.people_under(${personId}, app.today()) as u (id)`.execute(tx)
  return rows.map(({ id }) => id)
}

export type CadenceOfCustomer = {
  weeks: number | null
  reason: string | null
  tier: string | null
  /** Who serves it; null is the pool. */
  personId: string | null
  active: boolean
}

/** What is said of one customer's cadence; null for one that the asker doesn't see. */
export async function cadenceOfCustomer(tx: Tx, id: string): Promise<CadenceOfCustomer | null> {
  const { rows } = await sql<CadenceOfCustomer>`
    select c.visit_weeks as weeks, c.visit_weeks_reason as reason, c.tier::text as tier, c.status = 'active' as active,
      (select coalesce(k.person_id, h.person_id) from holder h
        left join holder k on k.organization_id = h.organization_id and k.customer_id = h.customer_id and k.line = 'all'
          and k.role = 'cover' and k.seat = 0
        where h.organization_id = c.organization_id and h.customer_id = c.id and h.line = 'all' and h.role = 'owner'
          and h.seat = 0) as "personId"
    from customer c where c.organization_id = app.organization() and c.id = ${id}`.execute(tx)
  return rows[0] ?? null
}

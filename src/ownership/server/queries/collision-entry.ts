import { sql } from 'kysely'
import type { Tx } from '../../../platform/server/database/connect.ts'
import type { Day } from '../../../values/day.ts'

export type ClaimedEntry = {
  id: string
  name: string
  status: string
  registeredOn: Day
  /** ISO 8601. */
  registeredAt: string
  completeness: number
  holderId: string | null
}

/**
 * An entry of the register that somebody claims, or what it was merged into, with who holds it; null when it isn't there.
 * `tx` must see all customers.
 */
export async function entryOf(tx: Tx, customerId: string): Promise<ClaimedEntry | null> {
  const { rows } = await sql<ClaimedEntry>`
    select c.id, c.name, c.status, c.registered_on as "registeredOn",
      to_char(c.created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "registeredAt", c.completeness,
      h.person_id as "holderId"
    from customer c
    left join holder h on h.organization_id = c.organization_id and h.customer_id = c.id
      and h.line = 'all' and h.role = 'owner' and h.seat = 0
    where c.organization_id = app.organization() and c.id = coalesce((select m.kept_id from merged_customer m
      where m.organization_id = app.organization() and m.customer_id = ${customerId}), ${customerId})`.execute(
    tx,
  )
  return rows[0] ?? null
}

/** A case about the customer that this person lost or won, or that may still be appealed; null when there is none. */
export async function ruledCaseOf(
  tx: Tx,
  customerId: string,
  personId: string,
  today: Day,
): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`
    select k.id from collision k
    join collision_event e on e.organization_id = k.organization_id and e.collision_id = k.id
      and e.act in ('ruled', 'decided')
    where k.organization_id = app.organization() and k.customer_id = ${customerId} and (e.due_day >= ${today}::date
      or exists (select from collision_claim c where c.organization_id = k.organization_id and c.collision_id = k.id
        and c.person_id = ${personId}))
    order by k.id desc limit 1`.execute(tx)
  return rows[0]?.id ?? null
}

import { sql } from 'kysely'
import type { Tx } from '../../../platform/server/database/connect.ts'

export type EntryHeld = { customerId: string; holderId: string | null }

/** The entries of an outlet that are alive, with who holds each: the customer of a case, and those that claims rest on. */
export async function entriesHeld(
  tx: Tx,
  customerId: string,
  others: readonly (string | null)[],
): Promise<EntryHeld[]> {
  const ids = [...new Set([customerId, ...others.filter((other) => other !== null)])]
  const { rows } = await sql<EntryHeld>`
    select h.customer_id as "customerId", h.person_id as "holderId" from holder h
    where h.organization_id = app.organization() and h.customer_id = any (${ids}::uuid[])
      and h.line = 'all' and h.role = 'owner' and h.seat = 0
      and not exists (select from merged_customer m where m.organization_id = h.organization_id
        and m.customer_id = h.customer_id)
    order by h.customer_id`.execute(tx)
  return rows
}

/** The number of the last thing that happened in a case. */
export async function lastNumber(tx: Tx, collisionId: string): Promise<number> {
  const { rows } = await sql<{ last: number }>`
    select coalesce(max(number), 0)::int as last from collision_event
    where organization_id = app.organization() and collision_id = ${collisionId}`.execute(tx)
  return rows[0]?.last ?? 0
}

import { sql } from 'kysely'
import type { Tx } from '../../../platform/server/database/connect.ts'

export type OwnerTold = { personId: string; count: number; up: number; down: number }

/** Whose customers moved in a run, and how many which way: owners of today. */
export async function ownersOfMoves(tx: Tx, run: string): Promise<OwnerTold[]> {
  const { rows } = await sql<OwnerTold>`
    select h.person_id as "personId", count(*)::int as count,
      (count(*) filter (where m.after < m.before))::int as up, (count(*) filter (where m.after > m.before))::int as down
    from tier_move m
    join holder h on h.organization_id = m.organization_id and h.customer_id = m.customer_id
      and h.line = 'all' and h.role = 'owner' and h.seat = 0 and h.person_id is not null
    where m.organization_id = app.organization() and m.run_id = ${run} and m.before is distinct from m.after
    group by h.person_id order by h.person_id`.execute(tx)
  return rows
}

/** Who may compute tiers, and so hears when that wasn't possible. */
export async function thoseWhoCompute(tx: Tx, roles: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select distinct person_id as id from person_role
    where organization_id = app.organization() and role = any (${[...roles]}::text[]) order by 1`.execute(tx)
  return rows.map(({ id }) => id)
}

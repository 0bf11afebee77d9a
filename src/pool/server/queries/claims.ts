import { sql } from 'kysely'
import type { Tx } from '../../../platform/server/database/connect.ts'

export type Claimable = {
  active: boolean
  tier: string | null
  territoryId: string | null
  owner: string | null
}

/** What a claim is decided by, of one customer; null when there is none. `owner` is a name. */
export async function claimable(tx: Tx, customerId: string): Promise<Claimable | null> {
  const { rows } = await sql<Claimable>`
    select f.active, f.tier, f.territory_id as "territoryId", p.name as owner
    from app.claim_facts(${customerId}) f
    left join person p on p.organization_id = app.organization() and p.id = f.owner_id`.execute(tx)
  return rows[0] ?? null
}

/** How many customers a person claimed on a day. */
export async function claimedOn(tx: Tx, personId: string, day: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::integer as count from ledger_entry
    where organization_id = app.organization() and person_id = ${personId} and from_day = ${day}::date
      and cause = 'claim'`.execute(tx)
  return rows[0]?.count ?? 0
}

/** How many active customers a person owns: in all, and of a tier. */
export async function ownedBy(
  tx: Tx,
  personId: string,
  tier: string | null,
): Promise<{ all: number; ofTier: number }> {
  const { rows } = await sql<{ all: number; ofTier: number }>`
    select everything as "all", of_tier as "ofTier" from app.owned_by(${personId}, ${tier})`.execute(tx)
  return rows[0] ?? { all: 0, ofTier: 0 }
}

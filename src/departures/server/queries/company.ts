import { type RawBuilder, sql } from 'kysely'
import type { HoldingCap } from '../../../ownership/server/queries/facts.ts'
import type { Tx } from '../../../platform/server/database/connect.ts'

/** What the company has settled of visits, over the defaults; null where nothing. */
export async function keptCadence(tx: Tx): Promise<unknown> {
  const { rows } = await sql<{ kept: unknown }>`
    select settings -> 'cadence' as kept from organization where id = app.organization()`.execute(tx)
  return rows[0]?.kept ?? null
}

/** Of these people, who has signed to keep things confidential, for whoever may see agreements. */
export async function confidential(tx: Tx, people: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select distinct person_id as id from agreement where organization_id = app.organization()
      and kind = 'confidentiality' and signed_on is not null and person_id = any (${[...people]}::uuid[])
      and (ends_on is null or ends_on >= (select app.today()))`.execute(tx)
  return rows.map(({ id }) => id)
}

/** The company's caps on what a person holds; none where no source knows any. */
export async function capsOf(tx: Tx, caps: RawBuilder<HoldingCap> | null): Promise<HoldingCap[]> {
  if (caps === null) return []
  const { rows } = await sql<HoldingCap>`select x.tier, x.most::int as most from (${caps}) x`.execute(tx)
  return rows
}

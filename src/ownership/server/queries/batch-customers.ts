import { sql } from 'kysely'
import type { Tx } from '../../../platform/server/database/connect.ts'

type Outline = {
  readonly cause: string
  readonly transferId: string | null
  readonly count: number
  readonly customerIds: readonly string[]
}

/**
 * What a batch of the ledger was about: its cause, the transfer that it did, how many customers, and the first of them in
 * the order of their ids, all of them if `most` is null. Null for a batch that isn't there.
 */
export async function outlineOfBatch(tx: Tx, batch: string, most: number | null): Promise<Outline | null> {
  const { rows } = await sql<Outline>`
    with about as materialized (
      select distinct customer_id as id from ledger_entry
      where organization_id = app.organization() and batch_id = ${batch}
    )
    select b.cause, case when b.about_kind = 'transfer' then b.about_id end as "transferId", (select count(*)::int from about) as count,
      array(select id from about order by id limit ${most}) as "customerIds"
    from ledger_batch b where b.organization_id = app.organization() and b.id = ${batch}`.execute(tx)
  return rows[0] ?? null
}

import { sql } from 'kysely'
import type { Tx } from '../../../platform/server/database/connect.ts'

type Outline = { cause: string; transferId: string | null; count: number; customerIds: string[] }

/** What a batch of the ledger was about: its cause, how many customers, and the first of them. */
export async function outlineOfBatch(tx: Tx, batch: string, most: number): Promise<Outline> {
  const { rows } = await sql<Outline>`
    with about as materialized (
      select distinct customer_id as id from ledger_entry
      where organization_id = app.organization() and batch_id = ${batch}
    )
    select b.cause, case when b.about_kind = 'transfer' then b.about_id end as "transferId", (select count(*)::int from about) as count,
      array(select id from about order by id limit ${most}) as "customerIds"
    from ledger_batch b where b.organization_id = app.organization() and b.id = ${batch}`.execute(tx)
  const [found] = rows
  if (found === undefined) throw new Error(`there is no batch ${batch}`)
  return found
}

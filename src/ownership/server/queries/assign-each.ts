import { sql } from 'kysely'
import type { Changes } from '../../../platform/server/database/changes.ts'
import type { Tx } from '../../../platform/server/database/connect.ts'
import { newId } from '../../../platform/server/uuid.ts'
import { openBatch } from './holders.ts'

export type Owner = { readonly customerId: string; readonly personId: string | null; readonly from: string }

/**
 * Gives each of these customers its owner, a person or the pool, from its own day, in the ledger and its projection, in one
 * statement. Customers that this person owns already are left out.
 */
export async function assignEach(
  tx: Tx,
  changes: Changes,
  owners: readonly Owner[],
  cause: string,
): Promise<void> {
  if (owners.length === 0) return
  const { rows: wanted } = await sql<Owner>`
    select w."customerId", w."personId", w."from"::text from jsonb_to_recordset(${JSON.stringify(owners)}::jsonb)
      as w ("customerId" uuid, "personId" uuid, "from" date)
    left join holder h on h.organization_id = app.organization() and h.customer_id = w."customerId"
      and h.line = 'all' and h.role = 'owner' and h.seat = 0
    where h.customer_id is null or h.person_id is distinct from w."personId"`.execute(tx)
  if (wanted.length === 0) return
  const batchId = newId()
  await openBatch(tx, batchId, cause)
  const rows = wanted.map((owner) => ({ ...owner, id: newId() }))
  await sql`
    with entry as (
      insert into ledger_entry (organization_id, id, batch_id, customer_id, role, seat, from_day, person_id, cause)
      select app.organization(), e.id, ${batchId}, e."customerId", 'owner', 0, e."from", e."personId", ${cause}
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        as e (id uuid, "customerId" uuid, "personId" uuid, "from" date)
      returning id, customer_id, person_id, from_day
    )
    insert into holder (organization_id, customer_id, role, seat, person_id, since_day, entry_id)
    select app.organization(), customer_id, 'owner', 0, person_id, from_day, id from entry
    on conflict (organization_id, customer_id, line, role, seat)
      do update set person_id = excluded.person_id, since_day = excluded.since_day, entry_id = excluded.entry_id`.execute(
    tx,
  )
  changes.addAll('ledger_entry', rows)
  changes.addAll(
    'holder',
    rows.map((row) => ({ id: row.customerId, customerId: row.customerId })),
  )
}

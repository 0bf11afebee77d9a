import { sql } from 'kysely'
import type { Changes } from '../../../platform/server/database/changes.ts'
import type { Tx } from '../../../platform/server/database/connect.ts'
import { newId } from '../../../platform/server/uuid.ts'
import { openBatch } from './holders.ts'

export type Assignment = {
  readonly customers: readonly string[]
  readonly role: 'owner' | 'backup' | 'sponsor' | 'referrer'
  readonly personId: string | null
  /** The company's day from which it holds. */
  readonly from: string
  readonly cause: string
}

type Written = { entry_id: string; customer_id: string }

/**
 * Makes a person (or the pool) responsible for all these customers, in the ledger and its projection, in one statement.
 * Customers whom the person holds in that role already are left out. Answers the batch, and how many were changed.
 */
export async function assign(
  tx: Tx,
  changes: Changes,
  { customers, role, personId, from, cause }: Assignment,
): Promise<{ batchId: string | null; changed: string[] }> {
  const { rows: wanted } = await sql<{ id: string }>`
    select w.id from unnest(${[...customers]}::uuid[]) as w (id)
    left join holder h on h.organization_id = app.organization() and h.customer_id = w.id and h.line = 'all'
      and h.role = ${role} and h.seat = 0
    where h.customer_id is null or h.person_id is distinct from ${personId}::uuid`.execute(tx)
  if (wanted.length === 0) return { batchId: null, changed: [] }
  const batchId = newId()
  await openBatch(tx, batchId, cause)
  const { rows } = await sql<Written>`
    with entry as (
      insert into ledger_entry (organization_id, id, batch_id, customer_id, role, seat, from_day, person_id, cause)
      select app.organization(), e.id, ${batchId}, e.customer_id, ${role}, 0, ${from}::date, ${personId}::uuid, ${cause}
      from unnest(${wanted.map(() => newId())}::uuid[], ${wanted.map((row) => row.id)}::uuid[]) as e (id, customer_id)
      returning id, customer_id
    )
    insert into holder (organization_id, customer_id, role, seat, person_id, since_day, entry_id)
    select app.organization(), entry.customer_id, ${role}, 0, ${personId}::uuid, ${from}::date, entry.id from entry
    on conflict (organization_id, customer_id, line, role, seat)
      do update set person_id = excluded.person_id, since_day = excluded.since_day, entry_id = excluded.entry_id
    returning entry_id, customer_id`.execute(tx)
  changes.addAll(
    'ledger_entry',
    rows.map((row) => ({ id: row.entry_id, customerId: row.customer_id })),
  )
  changes.addAll(
    'holder',
    rows.map((row) => ({ id: row.customer_id, customerId: row.customer_id })),
  )
  return { batchId, changed: rows.map((row) => row.customer_id) }
}

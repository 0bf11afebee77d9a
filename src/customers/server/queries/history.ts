import { sql } from 'kysely'
import type { Tx } from '../../../platform/server/database/connect.ts'
import { newId } from '../../../platform/server/uuid.ts'

/**
 * One entry of a customer's history. `fields` are columns of the table with the value before and after, as JSON keeps
 * them, so that any entry can be put back by column. `cause` says by what: registered, edited, bulk-edit, undo, request,
 * tier-by-hand, import, merge …
 */
export type HistoryEntry = {
  customerId: string
  entity: 'customer' | 'contact' | 'carried_product' | 'document'
  entityId: string
  act: 'created' | 'changed' | 'removed'
  fields?: Readonly<Record<string, readonly [unknown, unknown]>>
  cause: string
  batchId?: string | null
}

/** Adds entries to the history in one statement; the author is the one whom the transaction acts for. */
export async function recordHistory(tx: Tx, entries: readonly HistoryEntry[]): Promise<void> {
  if (entries.length === 0) return
  await sql`
    insert into customer_history (organization_id, id, customer_id, entity, entity_id, act, fields, cause, batch_id, person_id)
    select app.organization(), e.*, app.person() from unnest(
      ${entries.map(() => newId())}::uuid[], ${entries.map((entry) => entry.customerId)}::uuid[],
      ${entries.map((entry) => entry.entity)}::text[], ${entries.map((entry) => entry.entityId)}::uuid[],
      ${entries.map((entry) => entry.act)}::text[],
      ${entries.map((entry) => JSON.stringify(entry.fields ?? {}))}::jsonb[],
      ${entries.map((entry) => entry.cause)}::text[], ${entries.map((entry) => entry.batchId ?? null)}::uuid[]) as e`.execute(
    tx,
  )
}

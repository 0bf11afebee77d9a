import { sql } from 'kysely'
import { sealBatch } from '../../ownership/server/queries/seal.ts'
import type { Changes } from '../../platform/server/database/changes.ts'
import type { Tx } from '../../platform/server/database/connect.ts'
import { insertMany } from '../../platform/server/database/insert-many.ts'
import type { DemoTable, Rows } from '../rows.ts'

/** Rows by table, in an order that their references allow. */
export type DemoRows = readonly (readonly [DemoTable, Rows])[]

/** Tables that aren't in the change feed: history, and parts for which the whole stands (batches, orders, payments). */
const silent = new Set<DemoTable>(['ledger_entry', 'customer_history', 'sales_order_line', 'allocation'])

export async function insertDemoRows(tx: Tx, changes: Changes, tables: DemoRows): Promise<void> {
  for (const [table, rows] of tables) {
    await insertMany(tx, table, rows)
    if (silent.has(table)) continue
    for (const row of rows) changes.add(table, keyOf(row), customerOf(table, row))
  }
}

function keyOf(row: Record<string, unknown>): string {
  return String(row['id'] ?? row['customer_id'] ?? row['person_id'])
}

function customerOf(table: DemoTable, row: Record<string, unknown>): string | null {
  const customer = table === 'customer' ? row['id'] : row['customer_id']
  return typeof customer === 'string' ? customer : null
}

/** Seals the ledger's batches, each at the instant when it was recorded. */
export async function sealDemoBatches(tx: Tx): Promise<void> {
  const { rows } = await sql<{ id: string; at: string }>`
    select id, least(recorded_at, now())::text as at from ledger_batch where organization_id = app.organization()
    order by recorded_at, cause`.execute(tx)
  for (const { id, at } of rows) await sealBatch(tx, id, at)
}

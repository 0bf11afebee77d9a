import type { Changes } from '../../platform/server/database/changes.ts'
import type { Tx } from '../../platform/server/database/connect.ts'
import { insertMany } from '../../platform/server/database/insert-many.ts'
import type { DemoTable, Rows } from '../rows.ts'

/** Rows by table, in an order that their references allow. */
export type DemoRows = readonly (readonly [DemoTable, Rows])[]

/** Tables that aren't in the change feed: history and batches. */
const silent = new Set<DemoTable>(['ledger_batch', 'customer_history'])

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

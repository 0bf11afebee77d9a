import { sql } from 'kysely'
import type { Existing } from '../../../imports/server/target.ts'
import type { Tx } from '../../../platform/server/database/connect.ts'

type Table = 'sales_order' | 'sales_order_line'

async function idsOf(tx: Tx, table: Table, after: string | null, limit: number): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from ${sql.table(table)} where organization_id = app.organization()
      and ${after === null ? sql`true` : sql`id > ${after}`} order by id limit ${limit}`.execute(tx)
  return rows.map((row) => row.id)
}
export function listOrderIds(tx: Tx, after: string | null, limit: number): Promise<string[]> {
  return idsOf(tx, 'sales_order', after, limit)
}
export function listLineIds(tx: Tx, after: string | null, limit: number): Promise<string[]> {
  return idsOf(tx, 'sales_order_line', after, limit)
}

async function codesOf(tx: Tx, table: string, ids: readonly unknown[]): Promise<Map<string, string>> {
  const wanted = [...new Set(ids.filter((id) => typeof id === 'string'))]
  const { rows } = await sql<{ id: string; code: string }>`
    select id, code from ${sql.table(table)} where organization_id = app.organization()
      and id = any (${wanted}::uuid[])`.execute(tx)
  return new Map(rows.map((row) => [row.id, row.code]))
}

/** Records with the codes of what they refer to, by field and table. */
function spelling(fields: Readonly<Record<string, string>>) {
  return async (tx: Tx, records: readonly Existing[]): Promise<Existing[]> => {
    let spelled = [...records]
    for (const [field, table] of Object.entries(fields)) {
      const codes = await codesOf(
        tx,
        table,
        spelled.map(({ values }) => values[`${field}_id`]),
      )
      spelled = spelled.map((record) => ({
        ...record,
        values: { ...record.values, [field]: codes.get(String(record.values[`${field}_id`])) ?? null },
      }))
    }
    return spelled
  }
}
export const spellOrders = spelling({ customer: 'customer', person: 'person' })
export const spellLines = spelling({ order: 'sales_order', product: 'product' })

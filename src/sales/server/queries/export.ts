import { type RawBuilder, sql } from 'kysely'
import type { Existing } from '../../../imports/server/target.ts'
import type { Tx } from '../../../platform/server/database/connect.ts'

type Table = 'sales_order' | 'sales_order_line' | 'price' | 'stock_count'

/** What a file brings in again as it was: no price that takes a product off, no count that was withdrawn. */
const told: Partial<Record<Table, RawBuilder<unknown>>> = {
  price: sql`unit_price_minor is not null`,
  stock_count: sql`withdrawn_at is null`,
}

async function idsOf(tx: Tx, table: Table, after: string | null, limit: number): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from ${sql.table(table)} where organization_id = app.organization() and ${told[table] ?? sql`true`}
      and ${after === null ? sql`true` : sql`id > ${after}`} order by id limit ${limit}`.execute(tx)
  return rows.map((row) => row.id)
}
export function listOrderIds(tx: Tx, after: string | null, limit: number): Promise<string[]> {
  return idsOf(tx, 'sales_order', after, limit)
}
export function listLineIds(tx: Tx, after: string | null, limit: number): Promise<string[]> {
  return idsOf(tx, 'sales_order_line', after, limit)
}

export function listPriceIds(tx: Tx, after: string | null, limit: number): Promise<string[]> {
  return idsOf(tx, 'price', after, limit)
}
export function listCountIds(tx: Tx, after: string | null, limit: number): Promise<string[]> {
  return idsOf(tx, 'stock_count', after, limit)
}

async function codesOf(tx: Tx, table: string, ids: readonly unknown[]): Promise<Map<string, string>> {
  const wanted = [...new Set(ids.filter((id) => typeof id === 'string'))]
  const { rows } = await sql<{ id: string; code: string }>`
    select id, code from ${sql.table(table)} where organization_id = app.organization()
      and id = any (${wanted}::uuid[])`.execute(tx)
  return new Map(rows.map((row) => [row.id, row.code]))
}

/** Records with the codes of what they refer to: by field, the table, and the kept value where it isn't the field's own. */
function spelling(fields: Readonly<Record<string, string | readonly [string, string]>>) {
  return async (tx: Tx, records: readonly Existing[]): Promise<Existing[]> => {
    let spelled = [...records]
    for (const [field, refers] of Object.entries(fields)) {
      const [table, kept] = typeof refers === 'string' ? [refers, `${field}_id`] : refers
      const codes = await codesOf(
        tx,
        table,
        spelled.map(({ values }) => values[kept]),
      )
      spelled = spelled.map((record) => ({
        ...record,
        values: { ...record.values, [field]: codes.get(String(record.values[kept])) ?? null },
      }))
    }
    return spelled
  }
}
export const spellOrders = spelling({ customer: 'customer', person: 'person' })
export const spellLines = spelling({ order: 'sales_order', product: 'product' })
export const spellPrices = spelling({ list: ['price_list', 'price_list_id'], product: 'product' })
export const spellCounts = spelling({
  customer: 'customer',
  product: 'product',
  person: ['person', 'counted_by'],
})

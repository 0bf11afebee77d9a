import { sql } from 'kysely'
import type { Existing } from '../../../imports/server/target.ts'
import type { Tx } from '../../../platform/server/database/connect.ts'

async function idsOf(
  tx: Tx,
  table: 'customer' | 'product',
  after: string | null,
  limit: number,
): Promise<string[]> {
  const live = table === 'customer' ? sql`status in ('active', 'closed')` : sql`true`
  const { rows } = await sql<{ id: string }>`
    select id from ${sql.table(table)} where organization_id = app.organization() and ${live}
      and ${after === null ? sql`true` : sql`id > ${after}`} order by id limit ${limit}`.execute(tx)
  return rows.map((row) => row.id)
}

export function listCustomerIds(tx: Tx, after: string | null, limit: number): Promise<string[]> {
  return idsOf(tx, 'customer', after, limit)
}
export function listProductIds(tx: Tx, after: string | null, limit: number): Promise<string[]> {
  return idsOf(tx, 'product', after, limit)
}

/** Owner by code, area by name. A place that was only looked up by its town isn't said: it would come back as certain. */
export async function spellCustomers(tx: Tx, records: readonly Existing[]): Promise<Existing[]> {
  const { rows: people } = await sql<{ id: string; code: string }>`select id, code from person`.execute(tx)
  const { rows: areas } = await sql<{ id: string; name: string }>`select id, name from territory`.execute(tx)
  const codes = new Map(people.map((one) => [one.id, one.code]))
  const names = new Map(areas.map((one) => [one.id, one.name]))
  return records.map((record) => {
    const { values } = record
    const known = values['located_by'] === 'approximate' ? { latitude: null, longitude: null } : {}
    const owner = codes.get(String(values['owner_id'])) ?? null
    const territory = names.get(String(values['territory_id'])) ?? null
    return { ...record, values: { ...values, ...known, owner, territory } }
  })
}

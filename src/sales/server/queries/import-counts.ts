import { sql } from 'kysely'
import { newValues } from '../../../imports/compare.ts'
import { byId, idsByRow } from '../../../imports/server/queries/records.ts'
import type { Existing, ImportContext, StagedRow, ToWrite } from '../../../imports/server/target.ts'
import type { Changes } from '../../../platform/server/database/changes.ts'
import type { Tx } from '../../../platform/server/database/connect.ts'
import { customersNamed, peopleNamed, productsNamed, refer } from './refer.ts'

export async function resolveCounts(
  tx: Tx,
  rows: readonly StagedRow[],
  { today }: ImportContext,
): Promise<void> {
  await refer(tx, rows, 'customer', customersNamed)
  await refer(tx, rows, 'product', productsNamed)
  await refer(tx, rows, 'person', peopleNamed)
  for (const row of rows) {
    const { counted_on: day, person_id: person } = row.values
    if (person !== undefined) row.values = { ...row.values, counted_by: person }
    if (typeof day === 'string' && day > today)
      row.problems.push({ code: 'in-the-future', field: 'counted_on', value: day })
  }
}

/** A count that was withdrawn is nobody's any more: the same number comes in anew. */
export async function findCounts(
  tx: Tx,
  _key: string,
  rows: readonly StagedRow[],
): Promise<Map<number, string>> {
  const asked = rows.map(({ row, values }) => ({ ...values, row }))
  const { rows: found } = await sql<{ row: number; id: string }>`
    select distinct on (a.row) a.row, c.id
    from jsonb_to_recordset(${JSON.stringify(asked)}::jsonb)
      as a(row integer, customer_id uuid, product_id uuid, counted_on date, quantity numeric)
    join stock_count c on c.organization_id = app.organization() and c.customer_id = a.customer_id
      and c.product_id = a.product_id and c.counted_on = a.counted_on and c.quantity = a.quantity
      and c.withdrawn_at is null
    order by a.row, c.created_at desc, c.id desc`.execute(tx)
  return idsByRow(found)
}

export async function loadCounts(
  tx: Tx,
  ids: readonly string[],
  _context: ImportContext,
  lock: boolean,
): Promise<Map<string, Existing>> {
  const { rows } = await sql<Existing>`
    select c.id, c.version, jsonb_build_object('customer_id', c.customer_id, 'product_id', c.product_id,
      'counted_on', c.counted_on, 'quantity', trim_scale(c.quantity)::text, 'facings', c.facings,
      'counted_by', c.counted_by) as values
    from stock_count c where c.organization_id = app.organization() and c.id = any (${[...ids]}::uuid[])
    order by c.id ${lock ? sql`for update` : sql``}`.execute(tx)
  return byId(rows)
}

export async function writeCounts(tx: Tx, changes: Changes, { created, updated }: ToWrite): Promise<void> {
  if (created.length > 0) {
    const rows = created.map(({ id, values }) => ({ ...values, id }))
    await sql`
      insert into stock_count (organization_id, id, customer_id, product_id, counted_on, quantity, facings, counted_by)
      select app.organization(), r.id, r.customer_id, r.product_id, r.counted_on, r.quantity, r.facings, r.counted_by
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(id uuid, customer_id uuid, product_id uuid,
        counted_on date, quantity numeric, facings integer, counted_by uuid)`.execute(tx)
    changes.addAll(
      'stock_count',
      created.map(({ id, values }) => ({ id, customerId: String(values['customer_id']) })),
    )
  }
  if (updated.length === 0) return
  const rows = updated.map(({ id, fields }) => ({ id, set: newValues(fields) }))
  // The key holds the number and the day: only who counted and the facings can be told later.
  const { rows: written } = await sql<{ id: string; customerId: string }>`
    update stock_count c set facings = n.facings, counted_by = n.counted_by, version = c.version + 1
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(id uuid, set jsonb)
    join stock_count b on b.organization_id = app.organization() and b.id = r.id
    cross join lateral jsonb_populate_record(b, r.set) n
    where c.organization_id = app.organization() and c.id = r.id
    returning c.id, c.customer_id as "customerId"`.execute(tx)
  changes.addAll('stock_count', written)
}

/** Undoing an import withdraws its counts: that they were once told stays readable. */
export async function withdrawCounts(
  tx: Tx,
  changes: Changes,
  ids: readonly string[],
): Promise<Map<string, 'changed-since'>> {
  const { rows: held } = await sql<{ id: string }>`
    select id from stock_count where organization_id = app.organization() and id = any (${[...ids]}::uuid[])
      and version = 1 for update`.execute(tx)
  const away = new Set(held.map(({ id }) => id))
  if (away.size === 0) return new Map(ids.map((id) => [id, 'changed-since'] as const))
  const { rows } = await sql<{ id: string; customerId: string }>`
    update stock_count set withdrawn_at = now(), withdrawn_by = app.person(), version = version + 1
    where organization_id = app.organization() and id = any (${[...away]}::uuid[])
    returning id, customer_id as "customerId"`.execute(tx)
  changes.addAll('stock_count', rows)
  return new Map(ids.filter((id) => !away.has(id)).map((id) => [id, 'changed-since'] as const))
}

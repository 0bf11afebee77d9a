import { sql } from 'kysely'
import type {
  ChangedRecord,
  Existing,
  ImportContext,
  NewRecord,
  StagedRow,
} from '../../../imports/server/target.ts'
import type { Values } from '../../../imports/target.ts'
import type { Changes } from '../../../platform/server/database/changes.ts'
import type { Tx } from '../../../platform/server/database/connect.ts'
import { searchText } from '../../../platform/server/search-text.ts'

const byKey = {
  code: { column: sql`p.code`, of: (values: Values) => values['code'] },
  name: { column: sql`lower(p.name)`, of: (values: Values) => String(values['name'] ?? '').toLowerCase() },
} as const

export async function findProducts(
  tx: Tx,
  key: string,
  rows: readonly StagedRow[],
): Promise<Map<number, string>> {
  const by = byKey[key as keyof typeof byKey]
  const asked = rows.map((row) => ({ row: row.row, text: by.of(row.values) }))
  const { rows: found } = await sql<{ row: number; id: string }>`
    select distinct on (a.row) a.row, p.id
    from jsonb_to_recordset(${JSON.stringify(asked)}::jsonb) as a(row integer, text text)
    join product p on ${by.column} = a.text
    order by a.row, p.discontinued, p.id`.execute(tx)
  return new Map(found.map((one) => [one.row, one.id]))
}

export async function loadProducts(
  tx: Tx,
  ids: readonly string[],
  _context: ImportContext,
  lock: boolean,
): Promise<Map<string, Existing>> {
  const { rows } = await sql<Existing>`
    select p.id, p.version, jsonb_build_object('code', p.code, 'name', p.name, 'category', p.category, 'unit', p.unit,
      'price_minor', p.price_minor, 'currency', p.currency, 'discontinued', p.discontinued) as values
    from product p where p.id = any (${[...ids]}::uuid[]) order by p.id ${lock ? sql`for update` : sql``}`.execute(
    tx,
  )
  return new Map(rows.map((row) => [row.id, row]))
}

/** Products without a code of their own are numbered on from the greatest number in use. */
async function withCodes(tx: Tx, created: readonly NewRecord[]): Promise<NewRecord[]> {
  if (created.every((row) => row.values['code'] !== undefined)) return [...created]
  const { rows } = await sql<{ last: number }>`
    select coalesce(max(code::bigint), 0) as last from product where code ~ '^[0-9]{1,9}$'`.execute(tx)
  let last = rows[0]?.last ?? 0
  for (const row of created) {
    const code = row.values['code']
    if (typeof code === 'string' && /^\d{1,9}$/u.test(code)) last = Math.max(last, Number(code))
  }
  return created.map((row) =>
    row.values['code'] === undefined ? { ...row, values: { ...row.values, code: String((last += 1)) } } : row,
  )
}

async function insert(tx: Tx, created: readonly NewRecord[]): Promise<void> {
  const rows = created.map(({ id, values }) => ({ ...values, id }))
  await sql`
    insert into product (organization_id, id, code, name, category, unit, price_minor, currency, discontinued)
    select app.organization(), r.id, r.code, r.name, r.category, r.unit, r.price_minor, r.currency,
      coalesce(r.discontinued, false)
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(id uuid, code text, name text, category text,
      unit text, price_minor bigint, currency text, discontinued boolean)`.execute(tx)
}

async function update(tx: Tx, updated: readonly ChangedRecord[]): Promise<void> {
  const rows = updated.map(({ id, fields }) => ({
    id,
    set: Object.fromEntries(Object.entries(fields).map(([name, [, now]]) => [name, now])),
  }))
  await sql`
    update product p set code = n.code, name = n.name, category = n.category, unit = n.unit,
      price_minor = n.price_minor, currency = n.currency, discontinued = n.discontinued,
      version = p.version + 1, updated_at = now()
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(id uuid, set jsonb)
    join product o on o.organization_id = app.organization() and o.id = r.id
    cross join lateral jsonb_populate_record(o, r.set) n
    where p.organization_id = app.organization() and p.id = r.id`.execute(tx)
}

async function putWords(tx: Tx, ids: readonly string[]): Promise<void> {
  const { rows } = await sql<{ id: string; parts: string[] }>`
    select id, array_remove(array[code, name, category], null) as parts
    from product where id = any (${[...ids]}::uuid[])`.execute(tx)
  await sql`select app.put_search_text('product', ${rows.map((row) => row.id)}::uuid[],
    ${rows.map((row) => searchText(row.parts))}::text[])`.execute(tx)
}

export async function writeProducts(
  tx: Tx,
  changes: Changes,
  rows: { readonly created: readonly NewRecord[]; readonly updated: readonly ChangedRecord[] },
): Promise<void> {
  const created = await withCodes(tx, rows.created)
  if (created.length > 0) await insert(tx, created)
  if (rows.updated.length > 0) await update(tx, rows.updated)
  const written = [...created, ...rows.updated]
  if (written.length === 0) return
  await putWords(
    tx,
    written.map((row) => row.id),
  )
  changes.addAll('product', written)
}

/** Takes products away that nothing refers to; the others have later work. */
export async function removeProducts(
  tx: Tx,
  changes: Changes,
  ids: readonly string[],
): Promise<Map<string, 'changed-since' | 'has-later-work'>> {
  const { rows: kept } = await sql<{ id: string; why: 'changed-since' | 'has-later-work' }>`
    select p.id, case when p.version > 1 then 'changed-since' else 'has-later-work' end as why
    from product p where p.id = any (${[...ids]}::uuid[]) and (p.version > 1
      or exists (select from carried_product c where c.organization_id = p.organization_id and c.product_id = p.id)
      or exists (select from sales_order_line l where l.organization_id = p.organization_id and l.product_id = p.id))`.execute(
    tx,
  )
  const staying = new Map(kept.map((one) => [one.id, one.why]))
  const leaving = ids.filter((id) => !staying.has(id))
  if (leaving.length === 0) return staying
  await sql`delete from product where id = any (${leaving}::uuid[])`.execute(tx)
  await sql`select app.drop_search_text('product', ${leaving}::uuid[])`.execute(tx)
  changes.addAll(
    'product',
    leaving.map((id) => ({ id })),
    true,
  )
  return staying
}

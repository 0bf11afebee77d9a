import { sql } from 'kysely'
import { byId, idsByRow } from '../../../imports/server/queries/records.ts'
import type { Existing, ImportContext, StagedRow, ToWrite } from '../../../imports/server/target.ts'
import type { Changes } from '../../../platform/server/database/changes.ts'
import type { Tx } from '../../../platform/server/database/connect.ts'
import { type Currency, minorDigits } from '../../../values/currency.ts'
import { listsNamed, productsNamed, refer } from './refer.ts'

export async function resolvePrices(
  tx: Tx,
  rows: readonly StagedRow[],
  { today, fields }: ImportContext,
): Promise<void> {
  await refer(tx, rows, 'list', listsNamed)
  await refer(tx, rows, 'product', productsNamed)
  const { rows: lists } = await sql<{ id: string; currency: string }>`
    select id, currency from price_list where organization_id = app.organization()`.execute(tx)
  const currencies = new Map(lists.map(({ id, currency }) => [id, currency]))
  for (const row of rows) {
    const { list_id: list, currency: said, ...values } = row.values
    const currency = currencies.get(String(list)) ?? null
    row.values = {
      ...values,
      least_quantity: values['least_quantity'] ?? '0',
      from_day: values['from_day'] ?? today,
      ...(list === undefined ? {} : { price_list_id: list, list_id: list }),
      currency: currency ?? said ?? null,
    }
    if (currency === null || typeof said !== 'string' || said === currency) continue
    // A file that names no currency is in the list's own, as long as its figures have been read with as many decimals.
    const [a, b] = [minorDigits(said as Currency), minorDigits(currency as Currency)]
    if (fields.has('currency') || a !== b)
      row.problems.push({ code: 'another-currency', field: 'unit_price', value: said })
  }
}

export async function findPrices(
  tx: Tx,
  _key: string,
  rows: readonly StagedRow[],
): Promise<Map<number, string>> {
  const asked = rows.map(({ row, values }) => ({ ...values, row }))
  const { rows: found } = await sql<{ row: number; id: string }>`
    select a.row, p.id
    from jsonb_to_recordset(${JSON.stringify(asked)}::jsonb)
      as a(row integer, price_list_id uuid, product_id uuid, least_quantity numeric, from_day date)
    join price p on p.organization_id = app.organization() and p.price_list_id = a.price_list_id
      and p.product_id = a.product_id and p.least_quantity = a.least_quantity and p.from_day = a.from_day`.execute(
    tx,
  )
  return idsByRow(found)
}

export async function loadPrices(
  tx: Tx,
  ids: readonly string[],
  _context: ImportContext,
  lock: boolean,
): Promise<Map<string, Existing>> {
  const { rows } = await sql<Existing>`
    select p.id, p.version, jsonb_build_object('price_list_id', p.price_list_id, 'product_id', p.product_id,
      'least_quantity', trim_scale(p.least_quantity)::text, 'from_day', p.from_day,
      'unit_price_minor', p.unit_price_minor, 'currency', l.currency) as values
    from price p join price_list l on l.organization_id = p.organization_id and l.id = p.price_list_id
    where p.organization_id = app.organization() and p.id = any (${[...ids]}::uuid[])
    order by p.id ${lock ? sql`for update of p` : sql``}`.execute(tx)
  return byId(rows)
}

export async function writePrices(tx: Tx, changes: Changes, { created, updated }: ToWrite): Promise<void> {
  if (created.length > 0) {
    const rows = created.map(({ id, values }) => ({ ...values, id }))
    await sql`
      insert into price (organization_id, id, price_list_id, product_id, least_quantity, from_day, unit_price_minor, changed_by)
      select app.organization(), r.id, r.price_list_id, r.product_id, r.least_quantity, r.from_day, r.unit_price_minor,
        app.person()
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(id uuid, price_list_id uuid, product_id uuid,
        least_quantity numeric, from_day date, unit_price_minor bigint)`.execute(tx)
    changes.addAll('price', created)
  }
  const priced = updated.flatMap(({ id, fields: { unit_price_minor: price } }) =>
    price === undefined ? [] : [{ id, minor: price[1] }],
  )
  if (priced.length === 0) return
  await sql`
    update price p set unit_price_minor = r.minor, version = p.version + 1, changed_by = app.person(), changed_at = now()
    from jsonb_to_recordset(${JSON.stringify(priced)}::jsonb) as r(id uuid, minor bigint)
    where p.organization_id = app.organization() and p.id = r.id`.execute(tx)
  changes.addAll('price', priced)
}

export async function removePrices(
  tx: Tx,
  changes: Changes,
  ids: readonly string[],
): Promise<Map<string, 'changed-since'>> {
  const { rows } = await sql<{ id: string }>`
    select id from price where organization_id = app.organization() and id = any (${[...ids]}::uuid[])
      and version = 1 for update`.execute(tx)
  const away = new Set(rows.map(({ id }) => id))
  if (away.size > 0)
    await sql`delete from price where organization_id = app.organization() and id = any (${[...away]}::uuid[])`.execute(
      tx,
    )
  changes.addAll('price', rows, true)
  return new Map(ids.filter((id) => !away.has(id)).map((id) => [id, 'changed-since'] as const))
}

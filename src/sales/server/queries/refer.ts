import { sql } from 'kysely'
import type { StagedRow } from '../../../imports/server/target.ts'
import type { Tx } from '../../../platform/server/database/connect.ts'

type Found = { text: string; ids: string[] }

/** Everything that one of the texts names: by code as written, else by name, case apart. */
type LookUp = (tx: Tx, texts: readonly string[]) => Promise<Found[]>

/** An entry that was merged is the kept one. */
export const customersNamed: LookUp = async (tx, texts) => {
  const { rows } = await sql<Found>`
    select t.text, coalesce(
      (select array_agg(coalesce(m.kept_id, c.id)) from customer c
        left join merged_customer m on m.organization_id = c.organization_id and m.customer_id = c.id
        where c.organization_id = app.organization() and c.code = t.text),
      (select array_agg(c.id) from customer c where c.organization_id = app.organization() and lower(c.name) = lower(t.text)
        and c.status in ('active', 'closed')), '{}') as ids
    from unnest(${[...texts]}::text[]) as t(text)`.execute(tx)
  return rows
}
export const peopleNamed: LookUp = async (tx, texts) => {
  const { rows } = await sql<Found>`
    select t.text, coalesce(
      (select array_agg(p.id) from person p where p.code = t.text),
      (select array_agg(p.id) from person p where lower(p.name) = lower(t.text) or lower(p.email) = lower(t.text)),
      '{}') as ids
    from unnest(${[...texts]}::text[]) as t(text)`.execute(tx)
  return rows
}
export const productsNamed: LookUp = async (tx, texts) => {
  const { rows } = await sql<Found>`
    select t.text, coalesce(
      (select array_agg(p.id) from product p where p.code = t.text),
      (select array_agg(p.id) from product p where lower(p.name) = lower(t.text)), '{}') as ids
    from unnest(${[...texts]}::text[]) as t(text)`.execute(tx)
  return rows
}
export const listsNamed: LookUp = async (tx, texts) => {
  const { rows } = await sql<Found>`
    select t.text, coalesce(
      (select array_agg(l.id) from price_list l where l.code = t.text),
      (select array_agg(l.id) from price_list l where lower(l.name) = lower(t.text)), '{}') as ids
    from unnest(${[...texts]}::text[]) as t(text)`.execute(tx)
  return rows
}
export const ordersNamed: LookUp = async (tx, texts) => {
  const { rows } = await sql<Found>`
    select t.text, coalesce((select array_agg(o.id) from sales_order o where o.code = t.text), '{}') as ids
    from unnest(${[...texts]}::text[]) as t(text)`.execute(tx)
  return rows
}

/** Sets the id that each row's text names, and says where none or several are meant. One statement for all rows. */
export async function refer(
  tx: Tx,
  rows: readonly StagedRow[],
  field: string,
  lookUp: LookUp,
): Promise<void> {
  const naming = rows.filter((row) => typeof row.values[field] === 'string')
  if (naming.length === 0) return
  const texts = [...new Set(naming.map((row) => String(row.values[field])))]
  const found = new Map((await lookUp(tx, texts)).map((one) => [one.text, one.ids]))
  for (const row of naming) {
    const value = String(row.values[field])
    const ids = found.get(value) ?? []
    const [id] = ids
    if (ids.length === 1 && id !== undefined) row.values = { ...row.values, [`${field}_id`]: id }
    else row.problems.push({ code: ids.length === 0 ? `unknown-${field}` : 'several-meant', field, value })
  }
}

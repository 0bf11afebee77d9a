import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../../../platform/server/database/connect.ts'
import { foldQuery } from '../../../platform/server/search-text.ts'
import type { PricedProduct, PricesQuery } from '../../schema/prices.ts'

/** A page of the products by name, each with what a list has for it on a day and later. */
export async function pricePage(
  tx: Tx,
  listId: string,
  { q, which = 'all', page = 1, size = 50 }: PricesQuery,
  day: string,
): Promise<{ rows: PricedProduct[]; total: number; page: number; size: number }> {
  const listed = sql`exists (select from price x where x.organization_id = p.organization_id
    and x.price_list_id = ${listId} and x.product_id = p.id)`
  const all: RawBuilder<unknown>[] = [
    sql`p.organization_id = app.organization()`,
    which === 'listed' ? listed : sql`(not p.discontinued or ${listed})`,
  ]
  const folded = foldQuery(q ?? '')
  if (folded !== '') all.push(sql`p.id in (select f.id from app.search('product', ${folded}, 1000) f)`)
  const where = sql.join(all, sql` and `)
  const { rows } = await sql<PricedProduct>`
    select p.id as "productId", p.code, p.name, p.unit, p.discontinued,
      case when p.price_minor is not null
        then jsonb_build_object('minor', p.price_minor, 'currency', p.currency) end as own,
      coalesce((
        select jsonb_agg(jsonb_build_object('leastQuantity', r.least_quantity, 'fromDay', r.from_day,
          'minor', r.unit_price_minor, 'ahead', r.from_day > ${day}::date) order by r.least_quantity, r.from_day)
        from price r where r.organization_id = p.organization_id and r.price_list_id = ${listId} and r.product_id = p.id
          and r.from_day >= coalesce((select max(b.from_day) from price b where b.organization_id = p.organization_id
            and b.price_list_id = r.price_list_id and b.product_id = p.id and b.least_quantity = r.least_quantity
            and b.from_day <= ${day}::date), '-infinity')), '[]') as prices
    from product p where ${where} order by lower(p.name), p.id limit ${size} offset ${(page - 1) * size}`.execute(
    tx,
  )
  const { rows: totals } = await sql<{ total: number }>`
    select count(*)::int as total from product p where ${where}`.execute(tx)
  return { rows, total: totals[0]?.total ?? 0, page, size }
}

export type PriceToSet = {
  readonly productId: string
  readonly leastQuantity: number
  /** Null takes the product off the list; undefined withdraws what was written for the day. */
  readonly minor: number | null | undefined
}

/** Which of these products the company doesn't have. */
export async function unknownProducts(tx: Tx, ids: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select u.id from unnest(${[...new Set(ids)]}::uuid[]) as u (id)
    where not exists (select from product p where p.organization_id = app.organization() and p.id = u.id)`.execute(
    tx,
  )
  return rows.map(({ id }) => id)
}

/** What is written for exactly this day, of the products and quantities given. */
export async function pricesFrom(
  tx: Tx,
  listId: string,
  day: string,
  wanted: readonly PriceToSet[],
): Promise<{ id: string; productId: string; leastQuantity: number; minor: number | null }[]> {
  const { rows } = await sql<{ id: string; productId: string; leastQuantity: number; minor: number | null }>`
    select r.id, r.product_id as "productId", r.least_quantity::float8 as "leastQuantity", r.unit_price_minor as minor
    from jsonb_to_recordset(${JSON.stringify(wanted)}::jsonb) as w("productId" uuid, "leastQuantity" numeric)
    join price r on r.organization_id = app.organization() and r.price_list_id = ${listId}
      and r.product_id = w."productId" and r.least_quantity = w."leastQuantity" and r.from_day = ${day}::date`.execute(
    tx,
  )
  return rows
}

/** Writes prices that begin on a day, in place of what was written for exactly that day; answers their ids. */
export async function putPrices(
  tx: Tx,
  listId: string,
  day: string,
  prices: readonly PriceToSet[],
): Promise<{ id: string }[]> {
  if (prices.length === 0) return []
  const { rows } = await sql<{ id: string }>`
    insert into price (organization_id, id, price_list_id, product_id, least_quantity, from_day, unit_price_minor, changed_by)
    select app.organization(), app.new_id(), ${listId}, w."productId", w."leastQuantity", ${day}::date, w.minor, app.person()
    from jsonb_to_recordset(${JSON.stringify(prices)}::jsonb) as w("productId" uuid, "leastQuantity" numeric, minor bigint)
    on conflict (organization_id, price_list_id, product_id, least_quantity, from_day) do update
      set unit_price_minor = excluded.unit_price_minor, changed_by = app.person(), changed_at = now(),
        version = price.version + 1
    returning id`.execute(tx)
  return rows
}

export async function deletePrices(tx: Tx, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  await sql`delete from price where organization_id = app.organization() and id = any (${[...ids]}::uuid[])`.execute(
    tx,
  )
}

import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../../../platform/server/database/connect.ts'
import type { PriceList } from '../../schema/prices.ts'

/** The agreement of each customer that holds today: of one day the last recorded. */
const held = sql`
  select distinct on (a.customer_id) a.customer_id, a.price_list_id from customer_price_list a
  where a.organization_id = app.organization() and a.from_day <= (select app.today())
  order by a.customer_id, a.from_day desc, a.created_at desc, a.id desc`

const priced = sql`
  select distinct on (p.price_list_id, p.product_id, p.least_quantity) p.price_list_id, p.product_id, p.unit_price_minor
  from price p where p.organization_id = app.organization() and p.from_day <= (select app.today())
  order by p.price_list_id, p.product_id, p.least_quantity, p.from_day desc`

async function lists(tx: Tx, which: RawBuilder<unknown>): Promise<PriceList[]> {
  const { rows } = await sql<PriceList>`
    with held as (${held}), priced as (${priced})
    select l.id, l.code, l.name, l.currency, l.from_day::text as "fromDay", l.to_day::text as "toDay", l.channels, l.tiers,
      l.by_agreement as "byAgreement", l.rank::int as rank, l.version,
      (select count(distinct product_id)::int from priced where price_list_id = l.id and unit_price_minor is not null)
        as products,
      (select count(*)::int from held h join customer c on c.organization_id = app.organization() and c.id = h.customer_id
        where h.price_list_id = l.id and c.status = 'active') as customers
    from price_list l where l.organization_id = app.organization() and ${which}
    order by l.rank, l.code`.execute(tx)
  return rows
}

/** All price lists by rank. */
export function priceLists(tx: Tx): Promise<PriceList[]> {
  return lists(tx, sql`true`)
}

export async function onePriceList(tx: Tx, id: string): Promise<PriceList | null> {
  return (await lists(tx, sql`l.id = ${id}`))[0] ?? null
}

/** The list's currency, locked against another change; null when there is no such list. */
export async function lockPriceList(
  tx: Tx,
  id: string,
): Promise<{ currency: string; version: number } | null> {
  const { rows } = await sql<{ currency: string; version: number }>`
    select currency, version from price_list
    where organization_id = app.organization() and id = ${id} for no key update`.execute(tx)
  return rows[0] ?? null
}

export type PriceListColumns = Pick<
  PriceList,
  'code' | 'name' | 'currency' | 'fromDay' | 'toDay' | 'channels' | 'tiers' | 'byAgreement' | 'rank'
>

export async function insertPriceList(tx: Tx, id: string, list: PriceListColumns): Promise<void> {
  await sql`
    insert into price_list (organization_id, id, code, name, currency, from_day, to_day, channels, tiers, by_agreement, rank)
    values (app.organization(), ${id}, ${list.code}, ${list.name}, ${list.currency}, ${list.fromDay}, ${list.toDay},
      ${list.channels}, ${list.tiers}, ${list.byAgreement}, ${list.rank})`.execute(tx)
}

export async function updatePriceList(tx: Tx, id: string, list: PriceListColumns): Promise<void> {
  await sql`
    update price_list set code = ${list.code}, name = ${list.name}, currency = ${list.currency},
      from_day = ${list.fromDay}, to_day = ${list.toDay}, channels = ${list.channels}, tiers = ${list.tiers},
      by_agreement = ${list.byAgreement}, rank = ${list.rank}, version = version + 1, updated_at = now()
    where organization_id = app.organization() and id = ${id}`.execute(tx)
}

/** Whether a list has prices, and whether anybody ever bought by it: also customers that the asker doesn't see. */
export async function usesOf(tx: Tx, id: string): Promise<{ prices: boolean; used: boolean }> {
  const { rows } = await sql<{ prices: boolean; used: boolean }>`
    select exists (select from price where organization_id = app.organization() and price_list_id = ${id}) as prices,
      exists (select from customer_price_list where organization_id = app.organization() and price_list_id = ${id})
      or exists (select from sales_order where organization_id = app.organization() and price_list_id = ${id}) as used`.execute(
    tx,
  )
  return rows[0] ?? { prices: false, used: false }
}

/** Takes the list and its prices away; answers the prices' ids. */
export async function deletePriceList(tx: Tx, id: string): Promise<{ id: string }[]> {
  const { rows } = await sql<{ id: string }>`
    delete from price where organization_id = app.organization() and price_list_id = ${id} returning id`.execute(
    tx,
  )
  await sql`delete from price_list where organization_id = app.organization() and id = ${id}`.execute(tx)
  return rows
}

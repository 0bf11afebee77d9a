import { sql } from 'kysely'
import type { Tx } from '../../../platform/server/database/connect.ts'
import {
  type Agreement,
  type Offer,
  type PriceList,
  type PriceRow,
  agreementOn,
  holdsOn,
  listsFor,
  offersOf,
} from '../../price-of.ts'

type Product = {
  productId: string
  code: string
  name: string
  unit: string | null
  own: { minor: number; currency: string } | null
}
export type CustomerPricing = {
  readonly customer: { readonly channel: string | null; readonly tier: string | null }
  readonly agreements: readonly Agreement[]
  readonly lists: readonly PriceList[]
  /** The company's. */
  readonly currency: string
}

/** By what a customer buys on any day, without prices; null when the asker doesn't see the customer. */
export async function pricingOf(tx: Tx, customerId: string): Promise<CustomerPricing | null> {
  const { rows } = await sql<CustomerPricing>`
    select jsonb_build_object('channel', c.channel, 'tier', c.tier) as customer, o.currency,
      coalesce((select jsonb_agg(jsonb_build_object('fromDay', a.from_day, 'listId', a.price_list_id)
          order by a.created_at, a.id)
        from customer_price_list a where a.organization_id = c.organization_id and a.customer_id = c.id), '[]') as agreements,
      coalesce((select jsonb_agg(jsonb_build_object('id', l.id, 'code', l.code, 'name', l.name, 'currency', l.currency,
          'fromDay', l.from_day, 'toDay', l.to_day, 'channels', l.channels, 'tiers', l.tiers,
          'byAgreement', l.by_agreement, 'rank', l.rank))
        from price_list l where l.organization_id = c.organization_id), '[]') as lists
    from customer c join organization o on o.id = c.organization_id
    where c.organization_id = app.organization() and c.id = ${customerId}`.execute(tx)
  return rows[0] ?? null
}

/** In which currency a customer buys on a day: that of the agreed list, else the company's. */
export function currencyOn({ agreements, lists, currency }: CustomerPricing, day: string): string {
  const agreed = agreementOn(agreements, day)?.listId ?? null
  const list = lists.find(({ id }) => id === agreed)
  return list !== undefined && holdsOn(list, day) ? list.currency : currency
}

/**
 * What each of the products may cost the customer on a day, in the order in which prices are asked (`offerFor` picks by
 * quantity). Products that don't exist are left out. Three statements, however many products.
 */
export async function offersFor(
  tx: Tx,
  pricing: CustomerPricing,
  products: readonly string[],
  asked: { day: string; currency: string },
): Promise<(Omit<Product, 'own'> & { offers: Offer[] })[]> {
  const agreed = agreementOn(pricing.agreements, asked.day)?.listId ?? null
  const lists = listsFor(pricing.customer, pricing.lists, agreed, asked)
  const { rows: prices } = await sql<PriceRow & { listId: string; productId: string }>`
    select distinct on (p.price_list_id, p.product_id, p.least_quantity) p.price_list_id as "listId",
      p.product_id as "productId", p.least_quantity::float8 as "leastQuantity", p.from_day::text as "fromDay",
      p.unit_price_minor as minor
    from price p where p.organization_id = app.organization()
      and p.price_list_id = any (${lists.map(({ list }) => list.id)}::uuid[])
      and p.product_id = any (${[...products]}::uuid[]) and p.from_day <= ${asked.day}::date
    order by p.price_list_id, p.product_id, p.least_quantity, p.from_day desc`.execute(tx)
  const { rows: known } = await sql<Product>`
    select p.id as "productId", p.code, p.name, p.unit, case when p.price_minor is not null
      then jsonb_build_object('minor', p.price_minor, 'currency', p.currency) end as own
    from product p where p.organization_id = app.organization() and p.id = any (${[...products]}::uuid[])
    order by lower(p.name), p.id`.execute(tx)
  const by = Map.groupBy(prices, ({ listId, productId }) => `${listId} ${productId}`)
  return known.map(({ own, ...product }) => ({
    ...product,
    offers: offersOf(
      lists.map((one) => ({ ...one, prices: by.get(`${one.list.id} ${product.productId}`) ?? [] })),
      own,
      asked,
    ),
  }))
}

/** The products an outlet carries. */
export async function carriedBy(tx: Tx, customerId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select product_id as id from carried_product
    where organization_id = app.organization() and customer_id = ${customerId} limit 1000`.execute(tx)
  return rows.map(({ id }) => id)
}

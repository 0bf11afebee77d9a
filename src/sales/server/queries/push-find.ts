import { sql } from 'kysely'
import { instant } from '../../../customers/server/queries/instant.ts'
import type { Tx } from '../../../platform/server/database/connect.ts'

export type Ids = ReadonlyMap<string, string>

/** Ids by code: of customers (a merged one is its kept entry), people and products. Only those that may have orders. */
export async function idsByCode(
  tx: Tx,
  codes: { customers: readonly string[]; people: readonly string[]; products: readonly string[] },
): Promise<{ customers: Ids; people: Ids; products: Ids }> {
  const { rows } = await sql<{ of: 'customers' | 'people' | 'products'; code: string; id: string }>`
    select 'customers' as of, c.code, coalesce(m.kept_id, c.id) as id from customer c
    left join merged_customer m on m.organization_id = c.organization_id and m.customer_id = c.id
    where c.organization_id = app.organization() and c.code = any (${[...codes.customers]}::text[])
      and (c.status in ('active', 'closed') or m.kept_id is not null)
    union all select 'people', p.code, p.id from person p
    where p.organization_id = app.organization() and p.code = any (${[...codes.people]}::text[])
    union all select 'products', g.code, g.id from product g
    where g.organization_id = app.organization() and g.code = any (${[...codes.products]}::text[])`.execute(
    tx,
  )
  const of = (kind: string) =>
    new Map(rows.filter((row) => row.of === kind).map((row) => [row.code, row.id] as const))
  return { customers: of('customers'), people: of('people'), products: of('products') }
}

export type KnownPushed = {
  id: string
  code: string
  version: number
  source: string
  changedAt: string | null
  deliveredOn: string | null
  /** Its columns as a push says them. */
  said: Record<string, unknown>
}

/** The orders with these numbers, locked until the transaction ends. */
export async function knownByNumber(tx: Tx, numbers: readonly string[]): Promise<Map<string, KnownPushed>> {
  const { rows } = await sql<KnownPushed>`
    select o.id, o.code, o.version, o.source, ${instant(sql`o.changed_at`)} as "changedAt", o.delivered_on as "deliveredOn",
      jsonb_build_object('kind', o.kind, 'customer_id', o.customer_id, 'person_id', o.person_id, 'ordered_on', o.ordered_on,
        'required_on', o.required_on, 'shipped_on', o.shipped_on, 'delivered_on', o.delivered_on, 'cancelled_on', o.cancelled_on,
        'cancel_reason', o.cancel_reason, 'reason', o.reason, 'freight_minor', o.freight_minor, 'tax_minor', o.tax_minor,
        'currency', o.currency, 'ship_name', o.ship_name, 'ship_city', o.ship_city, 'ship_country', o.ship_country,
        'note', o.note, 'of_code', o.of_code) as said
    from sales_order o where o.organization_id = app.organization() and o.code = any (${[...numbers]}::text[])
    order by o.id for no key update`.execute(tx)
  return new Map(rows.map((row) => [row.code, row]))
}

export type KnownPushedLine = {
  id: string
  orderId: string
  line: number
  productId: string
  quantity: string
  unitPriceMinor: number
  discount: string
  ofLine: number | null
  ofLineId: string | null
  returned: string
}

/** The lines of orders, and what came back of each by returns that were not cancelled. */
export async function linesOfOrders(
  tx: Tx,
  orders: readonly string[],
): Promise<Map<string, KnownPushedLine[]>> {
  if (orders.length === 0) return new Map()
  const { rows } = await sql<KnownPushedLine>`
    select l.id, l.order_id as "orderId", l.line, l.product_id as "productId", trim_scale(l.quantity)::text as quantity,
      l.unit_price_minor as "unitPriceMinor", trim_scale(l.discount)::text as discount, l.of_line as "ofLine",
      l.of_line_id as "ofLineId", coalesce(trim_scale(-b.quantity)::text, '0') as returned
    from sales_order_line l
    left join (
      select b.of_line_id, sum(b.quantity) as quantity from sales_order o
      join sales_order_line b on b.organization_id = o.organization_id and b.order_id = o.id
      where o.organization_id = app.organization() and o.of_order_id = any (${[...orders]}::uuid[]) and o.cancelled_on is null
      group by b.of_line_id) b on b.of_line_id = l.id
    where l.organization_id = app.organization() and l.order_id = any (${[...orders]}::uuid[])
    order by l.order_id, l.line`.execute(tx)
  const of = new Map<string, KnownPushedLine[]>()
  for (const row of rows) {
    const lines = of.get(row.orderId)
    if (lines === undefined) of.set(row.orderId, [row])
    else lines.push(row)
  }
  return of
}

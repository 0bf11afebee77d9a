import { sql } from 'kysely'
import { personJson } from '../../../customers/server/queries/instant.ts'
import type { Tx } from '../../../platform/server/database/connect.ts'
import type { Order } from '../../schema/orders.ts'
import { rowColumns, rowJoins } from './order-list.ts'
import { invoicedOf, stage } from './stage.ts'

const ofLine = sql`(select coalesce(-sum(b.quantity), 0) from sales_order_line b
  join sales_order bo on bo.organization_id = b.organization_id and bo.id = b.order_id and bo.cancelled_on is null
  where b.organization_id = l.organization_id and b.of_line_id = l.id)`

const lines = sql`(select coalesce(jsonb_agg(jsonb_build_object('id', l.id, 'line', l.line,
    'product', jsonb_build_object('id', g.id, 'code', g.code, 'name', g.name, 'unit', g.unit),
    'quantity', trim_scale(l.quantity)::text, 'unitPriceMinor', l.unit_price_minor, 'discount', trim_scale(l.discount)::text,
    'totalMinor', l.total_minor, 'returned', trim_scale(${ofLine})::text, 'ofLineId', l.of_line_id) order by l.line, l.id), '[]')
  from sales_order_line l join product g on g.organization_id = l.organization_id and g.id = l.product_id
  where l.organization_id = o.organization_id and l.order_id = o.id)`

const returns = sql`(select coalesce(jsonb_agg(to_jsonb(b) order by b."orderedOn", b.id), '[]') from (
  select o.id, o.code, o.kind, ${stage} as stage, o.ordered_on as "orderedOn", o.delivered_on as "deliveredOn",
    o.cancelled_on as "cancelledOn", o.currency::text as currency, o.goods_minor as "goodsMinor"
  from sales_order o ${invoicedOf} where o.organization_id = app.organization() and o.of_order_id = sold.id) b)`

const receivables = sql`(select coalesce(jsonb_agg(jsonb_build_object('id', r.id, 'code', r.code, 'kind', r.kind,
    'issuedOn', r.issued_on, 'dueOn', r.due_on, 'amountMinor', r.amount_minor, 'settledMinor', r.settled_minor,
    'currency', r.currency, 'cancelledOn', r.cancelled_on) order by r.issued_on, r.code), '[]')
  from receivable r where r.organization_id = o.organization_id and r.order_id = o.id)`

/** One order with everything that its page shows; null when there is none that the asker sees. */
export async function orderOf(tx: Tx, id: string): Promise<Omit<Order, 'may'> | null> {
  const { rows } = await sql<Omit<Order, 'may'>>`
    select ${rowColumns}, ${lines} as lines, o.shipped_on as "shippedOn", o.note, o.reason, o.cancel_reason as "cancelReason",
      o.ship_name as "shipName", o.ship_city as "shipCity", o.ship_country::text as "shipCountry", o.visit_id as "visitId",
      o.price_list_id as "priceListId",
      case when o.of_order_id is not null or o.of_code is not null
        then jsonb_build_object('id', o.of_order_id, 'code', coalesce(of.code, o.of_code)) end as of,
      returned.returns, ${receivables} as receivables, ${personJson('w')} as "recordedBy"
    from sales_order o ${rowJoins}
    left join person w on w.organization_id = o.organization_id and w.id = o.recorded_by
    left join sales_order of on of.organization_id = o.organization_id and of.id = o.of_order_id
    cross join lateral (select o.id) sold (id)
    cross join lateral (select ${returns} as returns) returned
    where o.organization_id = app.organization() and o.id = ${id}`.execute(tx)
  return rows[0] ?? null
}

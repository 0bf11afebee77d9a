import { sql } from 'kysely'
import type { Tx } from '../../../platform/server/database/connect.ts'
import type { OrderMonths } from '../../schema/orders.ts'

/**
 * What a customer ordered in each of the months up to this one, by currency; returns are taken off in their own month.
 */
export async function monthsOf(tx: Tx, customer: string, months: number): Promise<OrderMonths | null> {
  const { rows } = await sql<OrderMonths>`
    select r.first as "from", r.last as "to", coalesce((select jsonb_agg(to_jsonb(m) order by m.month, m.currency) from (
        select to_char(o.ordered_on, 'YYYY-MM') as month, o.currency::text as currency,
          count(*) filter (where o.kind = 'sale')::int as orders, count(*) filter (where o.kind = 'return')::int as returns,
          sum(o.goods_minor)::bigint as "goodsMinor"
        from sales_order o
        where o.organization_id = app.organization() and o.customer_id = c.id and o.cancelled_on is null
          and o.ordered_on between r.first and r.last
        group by 1, 2) m), '[]') as months
    from customer c
    cross join lateral (select (date_trunc('month', app.today()) - make_interval(months => ${months - 1}::int))::date as first,
      (date_trunc('month', app.today()) + interval '1 month - 1 day')::date as last) r
    where c.organization_id = app.organization() and c.id = ${customer}`.execute(tx)
  return rows[0] ?? null
}

import { sql } from 'kysely'
import type { Check } from '../../../platform/server/database/check.ts'

/** What an order comes to is the sum of its lines, all of them its customer's and in its currency (rule 5.2). */
export const ordersEqualLines: Check = {
  name: 'orders-equal-their-lines',
  look: async (tx) => {
    const { rows } = await sql<{ checked: number; bad: string | null }>`
      with summed as (
        select l.order_id, sum(l.total_minor) as goods, count(*) as lines,
          min(l.currency) as low, max(l.currency) as high, bool_and(l.customer_id = o.customer_id) as own
        from sales_order_line l join sales_order o on o.organization_id = l.organization_id and o.id = l.order_id
        where l.organization_id = app.organization() group by l.order_id)
      select count(*)::int as checked, min(o.id::text) filter (where o.goods_minor <> coalesce(s.goods, 0)
        or o.line_count <> coalesce(s.lines, 0) or s.low <> o.currency or s.high <> o.currency or not s.own) as bad
      from sales_order o left join summed s on s.order_id = o.id
      where o.organization_id = app.organization()`.execute(tx)
    const found = rows[0] ?? { checked: 0, bad: null }
    return { checked: found.checked, firstBad: found.bad === null ? null : `order ${found.bad}` }
  },
}

/** Nothing came back that was not delivered: of each line at most its quantity and its money (rule 5.1). */
export const returnsWithinSales: Check = {
  name: 'returns-within-what-was-sold',
  look: async (tx) => {
    const { rows } = await sql<{ checked: number; bad: string | null }>`
      select count(*)::int as checked,
        min(l.id::text) filter (where b.quantity + l.quantity < 0 or b.total + l.total_minor < 0) as bad
      from (
        select b.of_line_id, sum(b.quantity) as quantity, sum(b.total_minor) as total from sales_order_line b
        join sales_order o on o.organization_id = b.organization_id and o.id = b.order_id and o.cancelled_on is null
        where b.organization_id = app.organization() and b.of_line_id is not null group by b.of_line_id) b
      join sales_order_line l on l.organization_id = app.organization() and l.id = b.of_line_id`.execute(tx)
    const found = rows[0] ?? { checked: 0, bad: null }
    return { checked: found.checked, firstBad: found.bad === null ? null : `order line ${found.bad}` }
  },
}

import { sql } from 'kysely'
import type { Changes } from '../../../platform/server/database/changes.ts'
import type { Tx } from '../../../platform/server/database/connect.ts'

/**
 * Sums the lines of these orders into their heads again, and notes the orders as changed: their lines come with them in
 * the change feed. To be called after every write of lines.
 */
export async function sumLines(tx: Tx, changes: Changes, orders: readonly string[]): Promise<void> {
  if (orders.length === 0) return
  const { rows } = await sql<{ id: string; customerId: string }>`
    update sales_order o set goods_minor = s.goods, line_count = s.lines
    from (
      select u.id, coalesce(sum(l.total_minor), 0)::bigint as goods, count(l.id)::int as lines
      from unnest(${[...new Set(orders)]}::uuid[]) as u (id)
      left join sales_order_line l on l.organization_id = app.organization() and l.order_id = u.id
      group by u.id) s
    where o.organization_id = app.organization() and o.id = s.id
    returning o.id, o.customer_id as "customerId"`.execute(tx)
  changes.addAll('sales_order', rows)
}

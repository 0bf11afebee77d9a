import { sql } from 'kysely'
import type { Changes } from '../../../platform/server/database/changes.ts'
import type { Tx } from '../../../platform/server/database/connect.ts'

/**
 * Orders that just came may be what earlier returns took back: links these, and line by line as far as was sold. Looks only
 * at returns that wait for their order.
 */
export async function linkAwaited(tx: Tx, changes: Changes, numbers: readonly string[]): Promise<void> {
  if (numbers.length === 0) return
  const { rows } = await sql<{ id: string; customerId: string }>`
    update sales_order r set of_order_id = o.id, updated_at = now() from sales_order o
    where r.organization_id = app.organization() and r.of_order_id is null and r.of_code = any (${[...numbers]}::text[])
      and o.organization_id = r.organization_id and o.code = r.of_code and o.kind = 'sale'
    returning r.id, r.customer_id as "customerId"`.execute(tx)
  await linkLines(
    tx,
    rows.map((row) => row.id),
  )
  changes.addAll('sales_order', rows)
}

/** Links lines of returns among these orders that aren't yet to what they take back, as far as was sold and not returned. */
export async function linkLines(tx: Tx, orders: readonly string[]): Promise<void> {
  if (orders.length === 0) return
  await sql`
      update sales_order_line b set of_line_id = f.line_id, of_line = f.line, version = b.version + 1
      from (
        select b.id, l.id as line_id, l.line, l.quantity + sum(b.quantity) over (partition by l.id order by b.order_id, b.line)
          + coalesce((select sum(e.quantity) from sales_order_line e
            join sales_order eo on eo.organization_id = e.organization_id and eo.id = e.order_id and eo.cancelled_on is null
            where e.organization_id = l.organization_id and e.of_line_id = l.id), 0) as left
        from sales_order r
        join sales_order_line b on b.organization_id = r.organization_id and b.order_id = r.id and b.of_line_id is null
        join sales_order_line l on l.organization_id = r.organization_id and l.order_id = r.of_order_id
          and case when b.of_line is not null then l.line = b.of_line
            else l.product_id = b.product_id and not exists (select from sales_order_line twin
              where twin.organization_id = l.organization_id and twin.order_id = l.order_id
                and twin.product_id = l.product_id and twin.id <> l.id) end
        where r.organization_id = app.organization() and r.id = any (${[...new Set(orders)]}::uuid[])
          and r.kind = 'return' and r.cancelled_on is null
      ) f
      where b.organization_id = app.organization() and b.id = f.id and f.left >= 0`.execute(tx)
}

/** Notes that a later word said the same, so that an earlier one that is still on its way is known to be old. */
export async function noteSaid(
  tx: Tx,
  changes: Changes,
  said: readonly { id: string; changedAt: string; source: string }[],
): Promise<void> {
  if (said.length === 0) return
  const { rows } = await sql<{ id: string; customerId: string }>`
    update sales_order o set changed_at = s.changed_at, source = s.source
    from unnest(${said.map((one) => one.id)}::uuid[], ${said.map((one) => one.changedAt)}::timestamptz[],
      ${said.map((one) => one.source)}::text[]) as s (id, changed_at, source)
    where o.organization_id = app.organization() and o.id = s.id returning o.id, o.customer_id as "customerId"`.execute(
    tx,
  )
  changes.addAll('sales_order', rows)
}

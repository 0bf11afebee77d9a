import { sql } from 'kysely'
import type { Tx } from '../../../platform/server/database/connect.ts'
import type { Day } from '../../../values/day.ts'
import type { OrderKind } from '../../order.ts'

export type LockedOrder = {
  id: string
  code: string
  version: number
  customerId: string
  kind: OrderKind
  source: string
  currency: string
  orderedOn: Day
  deliveredOn: Day | null
  cancelledOn: Day | null
  recordedBy: string | null
  personId: string | null
  receivables: { amountMinor: number; settledMinor: number }[]
}

/** An order, locked until the transaction ends, with what of its invoices counts; null when the asker sees none. */
export async function lockOrder(tx: Tx, id: string): Promise<LockedOrder | null> {
  const { rows } = await sql<Omit<LockedOrder, 'receivables'>>`
    select id, code, version, customer_id as "customerId", kind, source, currency::text as currency, ordered_on as "orderedOn",
      delivered_on as "deliveredOn", cancelled_on as "cancelledOn", recorded_by as "recordedBy", person_id as "personId"
    from sales_order where organization_id = app.organization() and id = ${id} for no key update`.execute(tx)
  const order = rows[0]
  if (order === undefined) return null
  // In a statement of its own: what was invoiced while this waited for the lock counts.
  const { rows: receivables } = await sql<{ amountMinor: number; settledMinor: number }>`
    select amount_minor as "amountMinor", settled_minor as "settledMinor" from receivable
    where organization_id = app.organization() and order_id = ${id} and cancelled_on is null`.execute(tx)
  return { ...order, receivables }
}

export type KnownLine = {
  id: string
  line: number
  productId: string
  quantity: string
  unitPriceMinor: number
  discount: string
  totalMinor: number
  returned: string
  returnedMinor: number
}

/** The lines of a locked order with what came back of each by returns that were not cancelled, both counted positive. */
export async function linesOf(tx: Tx, orderId: string): Promise<KnownLine[]> {
  const { rows } = await sql<KnownLine>`
    select l.id, l.line, l.product_id as "productId", trim_scale(l.quantity)::text as quantity,
      l.unit_price_minor as "unitPriceMinor", trim_scale(l.discount)::text as discount, l.total_minor as "totalMinor",
      trim_scale(coalesce(-b.quantity, 0))::text as returned, coalesce(-b.total, 0)::bigint as "returnedMinor"
    from sales_order_line l
    left join lateral (
      select sum(b.quantity) as quantity, sum(b.total_minor) as total from sales_order_line b
      join sales_order o on o.organization_id = b.organization_id and o.id = b.order_id and o.cancelled_on is null
      where b.organization_id = l.organization_id and b.of_line_id = l.id) b on true
    where l.organization_id = app.organization() and l.order_id = ${orderId} order by l.line`.execute(tx)
  return rows
}

/** How many returns an order has had, cancelled ones as well. */
export async function countReturns(tx: Tx, orderId: string): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from sales_order where organization_id = app.organization() and of_order_id = ${orderId}`.execute(
    tx,
  )
  return rows[0]?.n ?? 0
}

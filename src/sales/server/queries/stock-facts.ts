import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../../../platform/server/database/connect.ts'
import type { Day } from '../../../values/day.ts'

export type CountRow = {
  id: string
  productId: string
  day: Day
  quantity: number
  facings: number | null
  by: { id: string; name: string } | null
  withdrawn: boolean
}
type Moved = { productId: string; day: Day; quantity: number }
export type WriteOffRow = Moved & {
  id: string
  reason: 'expired' | 'broken' | 'stolen' | 'promotion' | 'other'
  note: string | null
  by: { id: string; name: string } | null
  withdrawn: boolean
}
export type ProductRow = { id: string; code: string; name: string; unit: string | null; carried: boolean }

const by = (column: string) => sql`
  (select jsonb_build_object('id', p.id, 'name', p.name) from person p
    where p.organization_id = x.organization_id and p.id = ${sql.ref(`x.${column}`)}) as by`

/** Counts of a customer in the order of recording. Of each product the last days alone, or all days. */
export async function countsOf(
  tx: Tx,
  customerId: string,
  which: { product: string | null; lastDays: number | null; withdrawn: boolean },
): Promise<CountRow[]> {
  const { rows } = await sql<CountRow>`
    select x.id, x.product_id as "productId", x.counted_on::text as day, x.quantity::float8 as quantity, x.facings,
      ${by('counted_by')}, x.withdrawn_at is not null as withdrawn
    from (
      select c.*, dense_rank() over (partition by c.product_id order by c.counted_on desc) as nth from stock_count c
      where c.organization_id = app.organization() and c.customer_id = ${customerId}
        and ${which.withdrawn ? sql`true` : sql`c.withdrawn_at is null`}
        and ${which.product === null ? sql`true` : sql`c.product_id = ${which.product}`}) x
    where ${which.lastDays === null ? sql`true` : sql`x.nth <= ${which.lastDays}`}
    order by x.created_at, x.id`.execute(tx)
  return rows
}

/** Write-offs of a customer in the order of recording. */
export async function writeOffsOf(
  tx: Tx,
  customerId: string,
  which: { product: string | null; withdrawn: boolean },
): Promise<WriteOffRow[]> {
  const { rows } = await sql<WriteOffRow>`
    select x.id, x.product_id as "productId", x.day::text as day, x.quantity::float8 as quantity, x.reason, x.note,
      ${by('recorded_by')}, x.withdrawn_at is not null as withdrawn
    from write_off x where x.organization_id = app.organization() and x.customer_id = ${customerId}
      and ${which.withdrawn ? sql`true` : sql`x.withdrawn_at is null`}
      and ${which.product === null ? sql`true` : sql`x.product_id = ${which.product}`}
    order by x.created_at, x.id`.execute(tx)
  return rows
}

/**
 * What came to an outlet and went back, by product and day, from a day on: orders on the day of delivery (where only the
 * day of shipping is known, on that), returns below zero. What isn't on its way yet is not there.
 */
export async function movementsOf(
  tx: Tx,
  customerId: string,
  from: { product: string | null; day: string },
): Promise<Moved[]> {
  const arrived: RawBuilder<unknown> = sql`coalesce(o.delivered_on, o.shipped_on,
    case when o.kind = 'return' then o.ordered_on end)`
  const { rows } = await sql<Moved>`
    select l.product_id as "productId", ${arrived}::text as day, sum(l.quantity)::float8 as quantity
    from sales_order o join sales_order_line l on l.organization_id = o.organization_id and l.order_id = o.id
    where o.organization_id = app.organization() and o.customer_id = ${customerId} and o.cancelled_on is null
      and ${arrived} >= ${from.day}::date
      and ${from.product === null ? sql`true` : sql`l.product_id = ${from.product}`}
    group by l.product_id, ${arrived}, l.quantity < 0`.execute(tx)
  return rows
}

/** The products that an outlet carries, and those named, by name. */
export async function stockProducts(
  tx: Tx,
  customerId: string,
  named: readonly string[],
): Promise<ProductRow[]> {
  const { rows } = await sql<ProductRow>`
    select p.id, p.code, p.name, p.unit, k.id is not null as carried
    from product p
    left join carried_product k on k.organization_id = p.organization_id and k.product_id = p.id
      and k.customer_id = ${customerId}
    where p.organization_id = app.organization() and (k.id is not null or p.id = any (${[...named]}::uuid[]))
    order by lower(p.name), p.id`.execute(tx)
  return rows
}

export async function seesCustomer(tx: Tx, id: string): Promise<boolean> {
  const { rows } = await sql`
    select from customer where organization_id = app.organization() and id = ${id}`.execute(tx)
  return rows.length > 0
}

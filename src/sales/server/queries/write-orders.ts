import { sql } from 'kysely'
import type { Changes } from '../../../platform/server/database/changes.ts'
import type { Tx } from '../../../platform/server/database/connect.ts'

/** The columns of an order, as they are in the table. */
export type OrderColumns = {
  id: string
  code: string
  kind: 'sale' | 'return'
  customer_id: string
  person_id: string | null
  ordered_on: string
  required_on: string | null
  shipped_on: string | null
  delivered_on: string | null
  cancelled_on: string | null
  cancel_reason: string | null
  reason: string | null
  freight_minor: number | null
  tax_minor: number
  currency: string
  ship_name: string | null
  ship_city: string | null
  ship_country: string | null
  note: string | null
  source: string
  changed_at: string | null
  of_order_id: string | null
  of_code: string | null
  visit_id: string | null
  price_list_id: string | null
  recorded_by: string | null
}
/** A line of an order by its number; quantity and discount are exact decimals. Customer and currency are the order's. */
export type LineColumns = {
  id: string
  orderId: string
  line: number
  productId: string
  quantity: string
  unitPriceMinor: number
  discount: string
  ofLine: number | null
  ofLineId: string | null
  roundingMinor: number
}

const columns =
  sql.raw(`id uuid, code text, kind text, customer_id uuid, person_id uuid, ordered_on date, required_on date,
  shipped_on date, delivered_on date, cancelled_on date, cancel_reason text, reason text, freight_minor bigint, tax_minor bigint,
  currency text, ship_name text, ship_city text, ship_country text, note text, source text, changed_at timestamptz,
  of_order_id uuid, of_code text, visit_id uuid, price_list_id uuid, recorded_by uuid`)
const columnNames = `id, code, kind, customer_id, person_id, ordered_on, required_on, shipped_on, delivered_on, cancelled_on,
  cancel_reason, reason, freight_minor, tax_minor, currency, ship_name, ship_city, ship_country, note, source, changed_at,
  of_order_id, of_code, visit_id, price_list_id, recorded_by`
const names = sql.raw(columnNames)
const newNames = sql.raw(columnNames.replaceAll(/\w+/gu, 'n.$&'))

/** Lines as a table `l`, one array a column: much quicker to read than JSON where there are very many. */
function linesAsTable(lines: readonly LineColumns[]) {
  return sql`unnest(${lines.map((one) => one.id)}::uuid[], ${lines.map((one) => one.orderId)}::uuid[],
      ${lines.map((one) => one.line)}::int[], ${lines.map((one) => one.productId)}::uuid[],
      ${lines.map((one) => one.quantity)}::numeric[], ${lines.map((one) => one.unitPriceMinor)}::bigint[],
      ${lines.map((one) => one.discount)}::numeric[], ${lines.map((one) => one.ofLine)}::int[],
      ${lines.map((one) => one.ofLineId)}::uuid[], ${lines.map((one) => one.roundingMinor)}::smallint[])
    as l (id, order_id, line, product_id, quantity, unit_price_minor, discount, of_line, of_line_id, rounding_minor)`
}
const lineNames =
  sql.raw(`organization_id, id, order_id, customer_id, line, product_id, quantity, unit_price_minor, currency,
  discount, of_line, of_line_id, rounding_minor`)
const lineValues =
  sql.raw(`l.id, l.order_id, o.customer_id, l.line, l.product_id, l.quantity, l.unit_price_minor, o.currency,
  l.discount, l.of_line, l.of_line_id, l.rounding_minor`)

/** Writes new orders with all their lines, summed into their heads, in one statement. */
export async function insertOrders(
  tx: Tx,
  changes: Changes,
  orders: readonly OrderColumns[],
  lines: readonly LineColumns[],
): Promise<void> {
  if (orders.length === 0) return
  await sql`
    with o as materialized (select * from jsonb_to_recordset(${JSON.stringify(orders)}::jsonb) as o(${columns})),
    l as materialized (select * from ${linesAsTable(lines)}),
    summed as (
      select order_id, sum(round(quantity * unit_price_minor * (1 - discount))::bigint + rounding_minor)::bigint as goods,
        count(*)::int as lines from l group by order_id
    ),
    head as (
      insert into sales_order (organization_id, ${names}, goods_minor, line_count)
      select app.organization(), o.*, coalesce(s.goods, 0), coalesce(s.lines, 0) from o left join summed s on s.order_id = o.id
    )
    insert into sales_order_line (${lineNames}) select app.organization(), ${lineValues} from l join o on o.id = l.order_id`.execute(
    tx,
  )
  changes.addAll(
    'sales_order',
    orders.map((one) => ({ id: one.id, customerId: one.customer_id })),
  )
}

/** Keeps how these orders stand now: to be called before they or their lines are changed. */
export async function keepVersions(tx: Tx, ids: readonly string[], source = ''): Promise<void> {
  if (ids.length === 0) return
  await sql`select app.keep_orders(${[...ids]}::uuid[], ${source})`.execute(tx)
}

/** Puts columns in place of those of orders and counts their versions on; columns that a row leaves out stay. */
export async function updateOrders(
  tx: Tx,
  changes: Changes,
  orders: readonly (Partial<OrderColumns> & { id: string })[],
): Promise<void> {
  if (orders.length === 0) return
  const rows = orders.map(({ id, ...set }) => ({ id, set }))
  const { rows: written } = await sql<{ id: string; customerId: string }>`
    update sales_order o set (${names}) = (select ${newNames}),
      version = o.version + 1, updated_at = now()
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(id uuid, set jsonb)
    join sales_order b on b.organization_id = app.organization() and b.id = r.id
    cross join lateral jsonb_populate_record(b, r.set) n
    where o.organization_id = app.organization() and o.id = r.id returning o.id, o.customer_id as "customerId"`.execute(
    tx,
  )
  changes.addAll('sales_order', written)
}

/**
 * Makes the lines of these orders exactly the given ones: those with a number that the order has are changed, others added,
 * the rest taken away. Sums them into the heads. Before it come `keepVersions` and `updateOrders`.
 */
export async function setLines(
  tx: Tx,
  orders: readonly string[],
  lines: readonly LineColumns[],
): Promise<void> {
  if (orders.length === 0) return
  const ids = [...orders]
  await sql`
    delete from sales_order_line e where e.organization_id = app.organization() and e.order_id = any (${ids}::uuid[])
      and not exists (select from unnest(${lines.map((one) => one.orderId)}::uuid[], ${lines.map((one) => one.line)}::int[])
        as l (order_id, line) where l.order_id = e.order_id and l.line = e.line)`.execute(tx)
  await sql`
    insert into sales_order_line as e (${lineNames})
    select app.organization(), ${lineValues}
    from ${linesAsTable(lines)} join sales_order o on o.organization_id = app.organization() and o.id = l.order_id
    on conflict (organization_id, order_id, line) do update set product_id = excluded.product_id, quantity = excluded.quantity,
      unit_price_minor = excluded.unit_price_minor, currency = excluded.currency, discount = excluded.discount,
      of_line = excluded.of_line, of_line_id = excluded.of_line_id, customer_id = excluded.customer_id,
      rounding_minor = excluded.rounding_minor, version = e.version + 1
    where (e.product_id, e.quantity, e.unit_price_minor, e.currency, e.discount, e.of_line, e.of_line_id, e.customer_id, e.rounding_minor)
      is distinct from (excluded.product_id, excluded.quantity, excluded.unit_price_minor, excluded.currency, excluded.discount,
        excluded.of_line, excluded.of_line_id, excluded.customer_id, excluded.rounding_minor)`.execute(tx)
  await sql`
    update sales_order o set goods_minor = s.goods, line_count = s.lines
    from (select u.id, coalesce(sum(l.total_minor), 0)::bigint as goods, count(l.id)::int as lines
      from unnest(${ids}::uuid[]) as u (id)
      left join sales_order_line l on l.organization_id = app.organization() and l.order_id = u.id group by u.id) s
    where o.organization_id = app.organization() and o.id = s.id`.execute(tx)
}

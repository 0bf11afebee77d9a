import { type RawBuilder, sql } from 'kysely'
import { personJson } from '../../../customers/server/queries/instant.ts'
import type { Tx } from '../../../platform/server/database/connect.ts'
import { foldQuery } from '../../../platform/server/search-text.ts'
import type { OrderListQuery, OrderRow, OrderTotals } from '../../schema/orders.ts'
import { inStages, invoicedOf, stage } from './stage.ts'

/** So many customers that fit a text are looked at. */
const mostNamed = 200

/** The columns of an order in a list, of `sales_order o` with customer c, person p and `invoicedOf`. */
export const rowColumns = sql`o.id, o.code, o.kind, ${stage} as stage, o.ordered_on as "orderedOn", o.delivered_on as "deliveredOn",
  o.cancelled_on as "cancelledOn", o.required_on as "requiredOn", o.currency::text as currency, o.goods_minor as "goodsMinor",
  o.tax_minor as "taxMinor", coalesce(o.freight_minor, 0) as "freightMinor",
  o.goods_minor + o.tax_minor + coalesce(o.freight_minor, 0) as "totalMinor", o.line_count as "lineCount", o.source, o.version,
  jsonb_build_object('id', c.id, 'code', c.code, 'name', c.name) as customer, ${personJson('p')} as person`
export const rowJoins = sql`join customer c on c.organization_id = o.organization_id and c.id = o.customer_id
  left join person p on p.organization_id = o.organization_id and p.id = o.person_id ${invoicedOf}`

function whereOf(query: OrderListQuery): RawBuilder<unknown> {
  const { customerId, personId, visitId, from, to, stage: stages, kind } = query
  const q = foldQuery(query.q ?? '')
  const all: RawBuilder<unknown>[] = [sql`o.organization_id = app.organization()`]
  if (customerId !== undefined) all.push(sql`o.customer_id = ${customerId}`)
  if (personId !== undefined) all.push(sql`o.person_id = ${personId}`)
  if (visitId !== undefined) all.push(sql`o.visit_id = ${visitId}`)
  if (from !== undefined) all.push(sql`o.ordered_on >= ${from}::date`)
  if (to !== undefined) all.push(sql`o.ordered_on <= ${to}::date`)
  if (kind !== undefined) all.push(sql`o.kind = ${kind}`)
  if (stages !== undefined && stages.length > 0) all.push(inStages(stages))
  if (q !== '')
    all.push(sql`(o.code = ${query.q ?? ''} or lower(o.code) like app.like_literal(lower(${query.q ?? ''})) || '%'
      or o.customer_id = any (array(select f.id from app.search_customers(${q}, ${mostNamed}) f)))`)
  return sql.join(all, sql` and `)
}

/** One page, the newest first; `next` asks for the page behind it. */
export async function listOrders(
  tx: Tx,
  query: OrderListQuery,
  size: number,
): Promise<{ rows: OrderRow[]; next: string | null }> {
  const [day, id] = (query.after ?? '').split(' ')
  const behind =
    day !== undefined && id !== undefined
      ? sql`and (o.ordered_on, o.id) < (${day}::date, ${id}::uuid)`
      : sql``
  const { rows } = await sql<OrderRow>`
    with page as materialized (
      select o.* from sales_order o where ${whereOf(query)} ${behind}
      order by o.ordered_on desc, o.id desc limit ${size + 1})
    select ${rowColumns} from page o ${rowJoins} order by o.ordered_on desc, o.id desc`.execute(tx)
  const shown = rows.slice(0, size)
  const last = rows.length > size ? shown.at(-1) : undefined
  return { rows: shown, next: last === undefined ? null : `${last.orderedOn} ${last.id}` }
}

/** What everything comes to that the filter finds and that was not cancelled, the currency of the most orders first. */
export async function totalOrders(tx: Tx, query: OrderListQuery): Promise<OrderTotals[]> {
  const { rows } = await sql<OrderTotals>`
    select o.currency::text as currency, count(*) filter (where o.kind = 'sale')::int as orders,
      count(*) filter (where o.kind = 'return')::int as returns, sum(o.goods_minor)::bigint as "goodsMinor",
      sum(o.goods_minor + o.tax_minor + coalesce(o.freight_minor, 0))::bigint as "totalMinor"
    from sales_order o where ${whereOf(query)} and o.cancelled_on is null
    group by o.currency order by count(*) desc, 1`.execute(tx)
  return rows
}

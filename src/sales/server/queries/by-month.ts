import { type RawBuilder, sql } from 'kysely'
import { ownerEntry } from '../../../ownership/server/queries/as-of.ts'
import type { Tx } from '../../../platform/server/database/connect.ts'
import type { Day } from '../../../values/day.ts'
import type { SalesByMonthQuery, salesParts } from '../../schema/by-month.ts'

export type MonthRow = {
  month: string
  currency: string
  key: string | null
  soldMinor: string
  returnedMinor: string
  orders: number
  returns: number
}
export type Named = { key: string; name: string; colour: number | null }
type Span = { readonly from: Day; readonly to: Day }
type Asked = Omit<SalesByMonthQuery, 'from' | 'to' | 'by'>
type Part = (typeof salesParts)[number]

const keys: Readonly<Record<Part, RawBuilder<unknown>>> = {
  taker: sql`o.person_id::text`,
  owner: sql`e.person_id::text`,
  territory: sql`c.territory_id::text`,
  tier: sql`c.tier::text`,
}
const ofCustomer = sql`join customer c on c.organization_id = o.organization_id and c.id = o.customer_id`
/** The owner on the day of the order, by the ledger: who took the order is another fact (rule 5.1). */
const ofOwner = sql`cross join lateral (select o.organization_id, o.customer_id, o.ordered_on as day) a
  left join lateral ${ownerEntry('all')} e on true`

function wanted(asked: Asked): RawBuilder<unknown>[] {
  return [
    sql`o.organization_id = app.organization() and o.cancelled_on is null`,
    ...(asked.customer === undefined ? [] : [sql`o.customer_id = ${asked.customer}`]),
    ...(asked.taker === undefined ? [] : [sql`o.person_id = ${asked.taker}`]),
    ...(asked.owner === undefined ? [] : [sql`e.person_id = ${asked.owner}`]),
    ...(asked.territory === undefined ? [] : [sql`c.territory_id = ${asked.territory}`]),
    ...(asked.tier === undefined ? [] : [sql`c.tier = ${asked.tier}`]),
  ]
}
function joins(asked: Asked, by?: Part): RawBuilder<unknown> {
  const parts = [
    ...(asked.territory !== undefined || asked.tier !== undefined || by === 'territory' || by === 'tier'
      ? [ofCustomer]
      : []),
    ...(asked.owner !== undefined || by === 'owner' ? [ofOwner] : []),
  ]
  return parts.length === 0 ? sql`` : sql.join(parts, sql` `)
}

/** Goods sold and returned by month, currency and what they are told apart by, in one statement; cancelled orders don't count. */
export async function salesByMonth(tx: Tx, asked: Asked, { from, to }: Span, by?: Part): Promise<MonthRow[]> {
  const key = by === undefined ? sql`null::text` : keys[by]
  const { rows } = await sql<MonthRow>`
    select to_char(m.month, 'YYYY-MM') as month, m.currency::text as currency, m.key,
      m.sold::text as "soldMinor", m.returned::text as "returnedMinor", m.orders, m.returns
    from (
      select date_trunc('month', o.ordered_on) as month, o.currency, ${key} as key,
        coalesce(sum(o.goods_minor) filter (where o.kind = 'sale'), 0) as sold,
        -coalesce(sum(o.goods_minor) filter (where o.kind = 'return'), 0) as returned,
        (count(*) filter (where o.kind = 'sale'))::int as orders, (count(*) filter (where o.kind = 'return'))::int as returns
      from sales_order o ${joins(asked, by)}
      where ${sql.join(wanted(asked), sql` and `)} and o.ordered_on between ${from}::date and ${to}::date
      group by 1, 2, 3) m
    order by 1, 2, 3`.execute(tx)
  return rows
}

/** The day of the first order of those asked for, and how many customers bought within the span. */
export async function salesOutline(
  tx: Tx,
  asked: Asked,
  { from, to }: Span,
): Promise<{ first: string | null; customers: number }> {
  const where = sql.join(wanted(asked), sql` and `)
  const { rows } = await sql<{ first: string | null; customers: number }>`
    select (select o.ordered_on from sales_order o ${joins(asked)} where ${where} order by o.ordered_on limit 1) as first,
      (select count(distinct o.customer_id)::int from sales_order o ${joins(asked)}
        where ${where} and o.ordered_on between ${from}::date and ${to}::date and o.kind = 'sale') as customers`.execute(
    tx,
  )
  return rows[0] ?? { first: null, customers: 0 }
}

/** What keys are called; those that the asker doesn't see are left out. */
export async function namesOfParts(tx: Tx, by: Part, ids: readonly string[]): Promise<Named[]> {
  if (by === 'tier') return ids.map((key) => ({ key, name: key, colour: null }))
  const { rows } =
    by === 'territory'
      ? await sql<Named>`select id as key, name, null::int as colour from territory
          where organization_id = app.organization() and id = any (${[...ids]}::uuid[])`.execute(tx)
      : await sql<Named>`select id as key, name, colour from person
          where organization_id = app.organization() and id = any (${[...ids]}::uuid[])`.execute(tx)
  return rows
}

import { type RawBuilder, sql } from 'kysely'
import { type Currency, currencies, minorDigits } from '../../../values/currency.ts'
import type { Day } from '../../../values/day.ts'

/** The days that count, both included, and the currency that everything is said in. */
export type SoldSpan = { readonly from: Day; readonly to: Day; readonly currency: Currency }

const usual = 2
const unusual = [0, 1, 3, 4].map(
  (digits) => [digits, currencies.filter((one) => minorDigits(one) === digits)] as const,
)

/** The decimals of the minor unit of a currency held in a column. */
function digitsOf(column: RawBuilder<unknown>): RawBuilder<number> {
  const cases = unusual
    .filter(([, codes]) => codes.length > 0)
    .map(
      ([digits, codes]) =>
        sql`when ${column} in (${sql.join(codes.map((code) => sql.lit(code)))}) then ${sql.lit(digits)}`,
    )
  return sql<number>`case ${sql.join(cases, sql` `)} else ${sql.lit(usual)} end`
}

/** Orders that count as sales: sold or returned within the days, not cancelled. */
function within({ from, to }: SoldSpan): RawBuilder<boolean> {
  return sql<boolean>`o.organization_id = app.organization() and o.cancelled_on is null
    and o.ordered_on between ${from}::date and ${to}::date`
}

/** The rate that holds on the day of an order: of the last day until then whose last word is a rate, not that it was taken back. */
const rateOfDay = sql`
  select r.rate from (
    select distinct on (e.day) e.day, e.rate from exchange_rate e
    where e.organization_id = o.organization_id and e.currency = o.currency and e.day <= o.ordered_on
    order by e.day desc, e.recorded_at desc, e.id desc) r
  where r.rate is not null order by r.day desc limit 1`

/**
 * What each customer bought less what it returned, in minor units of one currency: `customer_id`, `minor`. An order in
 * another currency counts by the rate of its day, rounded half up once; one without a rate is left out and has to be said
 * (`unratedSql`).
 */
export function soldSql(span: SoldSpan): RawBuilder<unknown> {
  const scale = sql`power(10::numeric, ${sql.lit(minorDigits(span.currency))} - ${digitsOf(sql`o.currency`)})`
  return sql`
    select u.customer_id, sum(u.minor)::bigint as minor from (
      select o.customer_id, o.goods_minor as minor from sales_order o
      where ${within(span)} and o.currency = ${span.currency}
      union all
      select o.customer_id, round(o.goods_minor * d.rate * ${scale})::bigint from sales_order o
      cross join lateral (${rateOfDay}) d
      where ${within(span)} and o.currency <> ${span.currency}) u
    group by u.customer_id`
}

/** Sales that no rate turns into the currency: by their own, how much and from when to when. */
export function unratedSql(span: SoldSpan): RawBuilder<unknown> {
  return sql`
    select o.currency::text as currency, count(*)::int as orders, sum(o.goods_minor)::text as minor,
      min(o.ordered_on) as "from", max(o.ordered_on) as "to"
    from sales_order o where ${within(span)} and o.currency <> ${span.currency} and not exists (${rateOfDay})
    group by o.currency order by o.currency`
}

import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../../../platform/server/database/connect.ts'
import type { Counts } from '../../measures.ts'

export const measureGroups = ['person', 'team', 'territory', 'tier'] as const
export type MeasureGroup = (typeof measureGroups)[number]
type Asked = {
  readonly from: string
  readonly to: string
  readonly by: MeasureGroup
  readonly product?: string | undefined
}
export type Measured = Counts & { readonly key: string; readonly name: string | null }

/** What a customer `c` served by `s.person_id`, and a visit `v` to it, count for. */
const groupOf: Readonly<Record<MeasureGroup, { customer: RawBuilder<unknown>; visit: RawBuilder<unknown> }>> =
  {
    person: { customer: sql`s.person_id::text`, visit: sql`v.person_id::text` },
    team: {
      customer: sql`(select x.team_id::text from posts x where x.person_id = s.person_id)`,
      visit: sql`(select x.team_id::text from posts x where x.person_id = v.person_id)`,
    },
    territory: { customer: sql`c.territory_id::text`, visit: sql`c.territory_id::text` },
    tier: { customer: sql`coalesce(c.tier::text, 'none')`, visit: sql`coalesce(c.tier::text, 'none')` },
  }

const nameOf: Readonly<Record<MeasureGroup, RawBuilder<unknown>>> = {
  person: sql`(select p.name from person p where p.organization_id = app.organization() and p.id::text = g.key)`,
  team: sql`(select t.name from team t where t.organization_id = app.organization() and t.id::text = g.key)`,
  territory: sql`(select t.name from territory t where t.organization_id = app.organization() and t.id::text = g.key)`,
  tier: sql`g.key`,
}

/**
 * The counts behind the measures of each group, as countsOf of src/sales/measures.ts says them, over all that the asker
 * sees: one statement. With a product, buying is buying that product.
 */
export async function measureCounts(tx: Tx, { from, to, by, product }: Asked): Promise<Measured[]> {
  const group = groupOf[by]
  const only =
    product === undefined
      ? sql`true`
      : sql`exists (select from sales_order_line l
    where l.organization_id = o.organization_id and l.order_id = o.id and l.product_id = ${product})`
  const { rows } = await sql<Measured>`
    with posts as materialized (select * from app.posts_on(${to}::date)),
    ours as materialized (select currency from organization where id = app.organization()),
    made as materialized (
      select v.id, v.customer_id, v.person_id, v.visited_on, coalesce(v.outcome, 'met') = 'met' as met
      from visit v where v.organization_id = app.organization() and v.cancelled_at is null
        and v.visited_on between ${from}::date and ${to}::date
    ),
    bought as materialized (
      select distinct o.customer_id from sales_order o
      where o.organization_id = app.organization() and o.kind = 'sale' and o.cancelled_on is null
        and o.ordered_on between ${from}::date and ${to}::date and ${only}
    ),
    held as (
      select distinct on (k.customer_id, k.product_id, k.counted_on) k.customer_id, k.product_id, k.counted_on as day, k.quantity
      from stock_count k where k.organization_id = app.organization() and k.withdrawn_at is null and k.counted_on <= ${to}::date
      order by k.customer_id, k.product_id, k.counted_on, k.created_at desc, k.id desc
    ),
    last_two as (
      select x.*, lead(x.day) over w as since, lead(x.quantity) over w as opening, row_number() over w as nth
      from held x window w as (partition by x.customer_id, x.product_id order by x.day desc)
    ),
    stock as materialized (
      select z.customer_id, count(*)::integer as counted, (count(*) filter (where z.sold > 0))::integer as known,
        coalesce(sum(floor(z.quantity * (z.day - z.since) / z.sold)) filter (where z.sold > 0), 0)::integer as days
      from (
        select y.customer_id, y.quantity, y.day, y.since, y.opening + coalesce((
          select sum(l.quantity) from sales_order o
          join sales_order_line l on l.organization_id = o.organization_id and l.order_id = o.id and l.product_id = y.product_id
          where o.organization_id = app.organization() and o.customer_id = y.customer_id and o.cancelled_on is null
            and coalesce(o.delivered_on, o.shipped_on, case when o.kind = 'return' then o.ordered_on end) >= y.since
            and coalesce(o.delivered_on, o.shipped_on, case when o.kind = 'return' then o.ordered_on end) < y.day), 0)
          - coalesce((select sum(f.quantity) from write_off f where f.organization_id = app.organization()
            and f.customer_id = y.customer_id and f.product_id = y.product_id and f.withdrawn_at is null
            and f.day > y.since and f.day <= y.day), 0) - y.quantity as sold
        from last_two y where y.nth = 1
      ) z group by z.customer_id
    ),
    of_customers as (
      select ${group.customer} as key, count(*)::integer as customers,
        (count(*) filter (where m.customer_id is not null))::integer as visited,
        (count(*) filter (where b.customer_id is not null))::integer as buying,
        (count(*) filter (where m.customer_id is not null and b.customer_id is not null))::integer as "visitedBuying",
        coalesce(sum(t.counted), 0)::integer as counted, coalesce(sum(t.known), 0)::integer as "stockKnown",
        coalesce(sum(t.days), 0)::integer as "stockDays"
      from customer c
      left join lateral (select coalesce(k.person_id, h.person_id) as person_id from holder h
        left join holder k on k.organization_id = h.organization_id and k.customer_id = h.customer_id and k.line = 'all'
          and k.role = 'cover' and k.seat = 0
        where h.organization_id = c.organization_id and h.customer_id = c.id and h.line = 'all' and h.role = 'owner'
          and h.seat = 0) s on true
      left join (select distinct customer_id from made where met) m on m.customer_id = c.id
      left join bought b on b.customer_id = c.id
      left join stock t on t.customer_id = c.id
      where c.organization_id = app.organization() and c.status = 'active' group by 1
    ),
    of_plans as (
      select ${group.visit} as key, count(*)::integer as planned,
        (count(*) filter (where v.visited_on = v.planned_on))::integer as kept
      from visit v join customer c on c.organization_id = v.organization_id and c.id = v.customer_id
      where v.organization_id = app.organization() and v.cancelled_at is null
        and v.planned_on between ${from}::date and least(${to}::date, app.today()) group by 1
    ),
    on_visits as materialized (
      select v.id, count(distinct o.id)::integer as orders, count(distinct l.product_id)::integer as products,
        coalesce(sum(l.total_minor) filter (where l.currency = ours.currency), 0)::bigint as worth
      from made v cross join ours
      join sales_order o on o.organization_id = app.organization() and o.customer_id = v.customer_id
        and o.kind = 'sale' and o.cancelled_on is null
        and (o.visit_id = v.id or (o.visit_id is null and o.ordered_on = v.visited_on
          and coalesce(o.person_id, v.person_id) = v.person_id))
      left join sales_order_line l on l.organization_id = o.organization_id and l.order_id = o.id
      group by v.id
    ),
    of_calls as (
      select ${group.visit} as key, count(*)::integer as calls, count(x.id)::integer as productive,
        coalesce(sum(x.products), 0)::integer as lines, coalesce(sum(x.worth), 0)::bigint as "worthMinor"
      from made v
      join customer c on c.organization_id = app.organization() and c.id = v.customer_id
      left join on_visits x on x.id = v.id group by 1
    )
    select g.key, ${nameOf[by]} as name, coalesce(a.customers, 0) as customers, coalesce(a.visited, 0) as visited,
      coalesce(a.buying, 0) as buying, coalesce(a."visitedBuying", 0) as "visitedBuying", coalesce(p.planned, 0) as planned,
      coalesce(p.kept, 0) as kept, coalesce(k.calls, 0) as calls, coalesce(k.productive, 0) as productive,
      coalesce(k.lines, 0) as lines, coalesce(k."worthMinor", 0)::float8 as "worthMinor", coalesce(a.counted, 0) as counted,
      coalesce(a."stockKnown", 0) as "stockKnown", coalesce(a."stockDays", 0) as "stockDays"
    from (select key from of_customers union select key from of_plans union select key from of_calls) g
    left join of_customers a on a.key = g.key
    left join of_plans p on p.key = g.key
    left join of_calls k on k.key = g.key
    where g.key is not null
    order by lower(${nameOf[by]}) nulls last, g.key limit 2000`.execute(tx)
  return rows
}

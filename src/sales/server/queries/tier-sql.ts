import { type RawBuilder, sql } from 'kysely'
import type { TierRules } from '../../tier-rules.ts'
import { type SoldSpan, soldSql } from './sold.ts'

/** The line, moved away from where the customer stands (`lineFor` in tier.ts). */
function line(points: number, above: readonly string[], hysteresis: number): RawBuilder<number> {
  return sql<number>`(${points}::int + case when r.was is null then 0
    when r.was = any (${[...above]}::text[]) then ${hysteresis}::int else -${hysteresis}::int end)`
}

/**
 * `with` parts that end in `verdict`: every active customer with what it sells, its place, and its tier by the rules, as
 * `tiersOf` in tier.ts says it; a test holds the two together. One pass over the orders, one sort.
 */
export function verdictSql(rules: Omit<TierRules, 'months' | 'every'>, span: SoldSpan): RawBuilder<unknown> {
  return sql`
    sold as materialized (${soldSql(span)}),
    fact as materialized (
      select c.organization_id, c.id, c.tier, c.tier_shift as shift, c.tier is not null and c.tier_by is distinct from 'computed' as by_hand,
        s.base as was, c.tier_by, c.tier_reason, coalesce(x.minor, 0) as sales, greatest(coalesce(x.minor, 0), 0) as counted
      from customer c
      left join sold x on x.customer_id = c.id
      left join tier_standing s on s.organization_id = c.organization_id and s.customer_id = c.id
      where c.organization_id = app.organization() and c.status = 'active'
    ),
    ranked as (
      select f.*, rank() over (order by f.counted desc) as rank, sum(f.counted) over () as total,
        coalesce(sum(f.counted) over (order by f.counted desc groups between unbounded preceding and 1 preceding), 0) as before,
        sum(f.counted) over (order by f.counted desc) as upto
      from fact f
    ),
    based as (
      select r.*, case when r.sales <= 0 then 'C'
        when r.before = 0 or r.before * 100 < ${line(rules.a, ['A'], rules.hysteresis)} * r.total then 'A'
        when r.before * 100 < ${line(rules.b, ['A', 'B'], rules.hysteresis)} * r.total then 'B' else 'C' end as base
      from ranked r
    ),
    verdict as materialized (
      select b.organization_id, b.id, b.tier as before, b.was, b.base, b.sales, b.rank::int as rank, b.by_hand, b.shift, b.tier_by, b.tier_reason,
        case when b.total = 0 then 1000000 else floor(b.upto * 1000000 / b.total)::int end as ppm,
        case when b.by_hand then b.tier
          else substr('ABC', least(greatest(strpos('ABC', b.base) - b.shift, 1), 3), 1) end as after,
        case b.shift when 1 then 'potential' when -1 then 'risk'
          else case when b.sales <= 0 then 'no-sales' when b.tier is null then 'first' else 'share' end end as because
      from based b
    )`
}

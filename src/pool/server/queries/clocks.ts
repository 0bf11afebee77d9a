import { type RawBuilder, sql } from 'kysely'
import type { Facts } from '../../../ownership/server/queries/facts.ts'
import { activityOf } from '../../../ownership/server/queries/together.ts'
import { yearsAhead } from '../../pauses.ts'
import { type PoolRules, returnRule, tierKeys } from '../../rules.ts'
import { type Exemptions, spansOf } from './exempt.ts'

/** What other features tell about customers, as the program brings it together. */
export type PoolSources = { readonly facts: Facts; readonly exemptions: Exemptions }

export type Clock = {
  readonly rules: PoolRules
  readonly today: string
  /** Of these customers only; all if left out. */
  readonly among?: readonly string[]
}

/**
 * The clocks of all owned customers whose tier has a rule, one row each: customer_id, person_id, tier, since_day, last_day,
 * clock_from, days, announce, pauses, and of the last announcement to this owner told_from, announced_on, returns_on. One
 * statement for any number of customers; row-level security says which ones count.
 */
export function clocksOf(sources: PoolSources, { rules, today, among }: Clock): RawBuilder<unknown> {
  const only = (column: string) =>
    among === undefined ? sql`true` : sql`${sql.ref(column)} = any (${[...among]}::uuid[])`
  const ruled = tierKeys.flatMap((tier) => {
    const rule = returnRule(rules, tier)
    return rule === null ? [] : [{ tier, ...rule }]
  })
  return sql`
    select o.*, case when jsonb_typeof(o.closures) = 'array' or e.spans is not null then
        app.closed_spans(o.closures, extract(year from o.clock_from)::integer,
          extract(year from ${today}::date)::integer + ${yearsAhead}) + coalesce(e.spans, '{}')
      else '{}'::datemultirange end as pauses, a.clock_from as told_from, a.announced_on, a.returns_on
    from (
      select c.id as customer_id, h.person_id, coalesce(c.tier::text, 'none') as tier, h.since_day, t.day as last_day,
        greatest(h.since_day, t.day) as clock_from, c.closures, r.days, r.announce
      from customer c
      join holder h on h.organization_id = app.organization() and h.customer_id = c.id and h.line = 'all'
        and h.role = 'owner' and h.seat = 0 and h.person_id is not null
      join unnest(${ruled.map(({ tier }) => tier)}::text[], ${ruled.map(({ days }) => days)}::integer[],
        ${ruled.map(({ announce }) => announce)}::integer[]) as r (tier, days, announce)
        on r.tier = coalesce(c.tier::text, 'none')
      left join (
        select x.customer_id, max(x.day) as day from (${activityOf(sources.facts)}) x
        where x.day <= ${today}::date and ${only('x.customer_id')} group by x.customer_id
      ) t on t.customer_id = c.id
      where c.organization_id = app.organization() and c.status = 'active' and ${only('c.id')}
    ) o
    left join (
      select x.customer_id, range_agg(daterange(x.from_day, x.until_day)) as spans from (${spansOf(sources.exemptions)}) x
      where ${only('x.customer_id')} group by x.customer_id
    ) e on e.customer_id = o.customer_id
    left join (
      select distinct on (x.customer_id, x.person_id) x.customer_id, x.person_id, x.clock_from, x.announced_on, x.returns_on
      from pool_announcement x where x.organization_id = app.organization() and ${only('x.customer_id')}
      order by x.customer_id, x.person_id, x.announced_on desc
    ) a on a.customer_id = o.customer_id and a.person_id = o.person_id`
}

/**
 * The outlook of each clock from a day on, as outlookFrom of src/pool/protection.ts says it: the clock's columns and
 * paused, announce_on, return_on. Offset 0 keeps the planner from writing each expression out wherever it is used, which
 * would compute the pauses of a customer a dozen times.
 */
export function outlooksOf(
  sources: PoolSources,
  clock: Clock,
  from: string = clock.today,
): RawBuilder<unknown> {
  return sql`
    select k.*, k.pauses @> ${clock.today}::date as paused, a.announce_on,
      case when d.ends is null then null
        when s.stands then app.first_open(greatest(k.returns_on, ${from}::date), k.pauses)
        when a.announce_on is null then null
        else app.first_open(greatest(a.announce_on + k.announce, d.ends), k.pauses) end as return_on
    from (${clocksOf(sources, clock)} offset 0) k
    cross join lateral (select case when isempty(k.pauses) then k.clock_from + k.days
      else app.counted_day(k.clock_from, k.days, k.pauses) end as ends offset 0) d
    cross join lateral (select coalesce(k.told_from = k.clock_from and k.returns_on >= d.ends, false) as stands offset 0) s
    cross join lateral (select case when d.ends is not null and not s.stands
      then app.first_open(greatest(d.ends - k.announce, ${from}::date), k.pauses) end as announce_on offset 0) a`
}

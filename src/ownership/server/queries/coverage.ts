import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../../../platform/server/database/connect.ts'
import type { Day } from '../../../values/day.ts'
import type { CoverageSettings } from '../../coverage.ts'
import { weightOfKnowing, weightOfMissing, weightOfTier } from '../../harm.ts'
import type { Facts } from './facts.ts'
import { salesOf, touchesOf } from './together.ts'

/** What a look at coverage is measured by. */
export type Measure = {
  readonly facts: Facts
  readonly settings: CoverageSettings
  readonly today: Day
  /** Touches count from this day on. */
  readonly since: Day
  /** Sales count after this day, and in this currency. */
  readonly soldAfter: Day
  readonly currency: string
}

const none = {
  touches: sql`select null::uuid as customer_id, null::uuid as person_id, null::date as day, null::text as kind where false`,
  sales: sql`select null::uuid as customer_id, null::date as day, null::bigint as amount_minor, null::text as currency where false`,
}

/** Who dealt with which customer while it counts, as (customer_id, person_id); repeated as often as it happened. */
export function touchesWithin({ facts, since, today }: Measure): RawBuilder<unknown> {
  return sql`select t.customer_id, t.person_id from (${touchesOf(facts) ?? none.touches}) t
    where t.day >= ${since}::date and t.day <= ${today}::date`
}

/**
 * For statements over very many rows, which join sets that they have just made: right after a large import the database has
 * no statistics yet, takes such sets for tiny, and would compare each row with each. Holds until the transaction ends.
 */
export async function planForMany(tx: Tx): Promise<void> {
  await sql`select set_config('enable_nestloop', 'off', true), set_config('work_mem', '32MB', true)`.execute(
    tx,
  )
}

/**
 * The beginning of a statement: `here` (people of ours), `pair` (who really knows whom) and `each`, one row a customer with
 * who knows it, what it bought, who is named and what it lacks (rule 2.6). `within` narrows it to a select of customer ids.
 * Its parts are made once each, whatever the plan.
 */
export function coverageOfEach(measure: Measure, within: RawBuilder<unknown> | null): RawBuilder<unknown> {
  const { facts, settings, today, soldAfter, currency } = measure
  const among = (column: string) =>
    within === null ? sql`true` : sql`${sql.ref(column)} in (select id from wanted)`
  return sql`
    ${within === null ? sql`` : sql`wanted as materialized (${within}),`}
    here as materialized (
      select p.id, post.team_id from person p left join app.posts_on(${today}::date) post on post.person_id = p.id
      where p.organization_id = app.organization() and (p.left_on is null or p.left_on >= ${today}::date)
    ),
    pair as materialized (
      select distinct t.customer_id, t.person_id from (${touchesWithin(measure)}) t
      join here on here.id = t.person_id where ${among('t.customer_id')}
    ),
    known as materialized (
      select customer_id, count(*)::int as people, (array_agg(person_id))[1] as sole from pair group by customer_id
    ),
    sold as materialized (
      select s.customer_id, sum(s.amount_minor) filter (where s.currency = ${currency}) as amount,
        min(s.currency) filter (where s.currency <> ${currency}) as other
      from (${salesOf(facts) ?? none.sales}) s
      where s.day > ${soldAfter}::date and s.day <= ${today}::date and ${among('s.customer_id')}
      group by s.customer_id
    ),
    held as materialized (
      select h.customer_id, (array_agg(h.person_id) filter (where h.role = 'owner'))[1] as owner,
        array_agg(h.person_id) as people,
        count(*) filter (where h.role = 'backup')::int as backups,
        count(*) filter (where h.role = 'sponsor')::int as sponsors
      from holder h join here on here.id = h.person_id
      where h.organization_id = app.organization() and h.line = 'all' and h.role in ('owner', 'backup', 'sponsor')
        and ${among('h.customer_id')}
      group by h.customer_id
    ),
    reached as materialized (
      select r.customer_id, count(distinct r.kind)::int as channels from customer_channel r
      where r.organization_id = app.organization() and ${among('r.customer_id')} group by r.customer_id
    ),
    fact as (
      select c.id, c.code, c.name, c.tier::text as tier, held.owner, known.sole,
        coalesce(known.people, 0) as known_by,
        coalesce(known.people = 1, false)
          and coalesce(array_remove(held.people, known.sole), '{}'::uuid[]) = '{}'::uuid[] as alone,
        coalesce(held.backups, 0) as backups, coalesce(held.sponsors, 0) as sponsors,
        coalesce(reached.channels, 0) as channels,
        -- Who gave back more than it bought puts no sales at risk.
        case when sold.amount is not null then greatest(sold.amount, 0) end as sold, sold.other
      from customer c
      left join known on known.customer_id = c.id
      left join sold on sold.customer_id = c.id
      left join held on held.customer_id = c.id
      left join reached on reached.customer_id = c.id
      where c.organization_id = app.organization() and c.status = 'active' and ${among('c.id')}
    ),
    each as materialized (
      select fact.*, array_remove(array[
        case when backups = 0 and (tier in ('A', 'B') or (tier is null and alone)) then 'backup' end,
        case when sponsors = 0 and tier = 'A' then 'sponsor' end,
        case when channels < ${settings.channels}::int then 'channel' end], null) as missing
      from fact
    )`
}

/** How heavily what is open weighs (see harm.ts): of what it bought, and of its tier where that says nothing. */
export const weight = sql`(case known_by when 1 then ${weightOfKnowing.one}::int when 0 then ${weightOfKnowing.nobody}::int
  else ${weightOfKnowing.several}::int end * power(${weightOfMissing}::int, cardinality(missing))::int)`
export const tierWeight = sql`(case tier when 'A' then ${weightOfTier.A}::int when 'B' then ${weightOfTier.B}::int
  else ${weightOfTier.C}::int end)`

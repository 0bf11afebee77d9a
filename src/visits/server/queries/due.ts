import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../../../platform/server/database/connect.ts'
import { tierKeys } from '../../../pool/rules.ts'
import type { CadenceRules } from '../../cadence-rules.ts'
import type { Weeks } from '../../cadence.ts'
import { type Whose, serving } from './cadence-needs.ts'

/** Weeks between visits that a person keeps, by tier. */
export type Keeping = { readonly personId: string; readonly weeks: Weeks }
export type DueQuery = Whose & {
  readonly rules: CadenceRules
  readonly keepings: readonly Keeping[]
  readonly today: string
  /** Only what can be visited by this day. */
  readonly until: string
  readonly among?: readonly string[] | undefined
}

/** Made with somebody met there: what counts for the cadence. Of visit `v`. */
export const counted = sql`coalesce(v.outcome, 'met') = 'met'`

/**
 * What is due until a day, one row a customer: customer_id, person_id (who serves it), tier, weeks, last_day, due_on, visit_on
 * and late as dueOf of src/visits/due.ts says them. One statement for any number of customers: those that aren't due by their
 * number of weeks fall out before closures and opening hours are looked at.
 */
export function duesOf({ rules, keepings, today, until, among, ...whose }: DueQuery): RawBuilder<unknown> {
  const kept = keepings.flatMap(({ personId, weeks }) =>
    tierKeys.flatMap((tier) => (rules.tiers[tier].on ? [{ personId, tier, weeks: weeks[tier] }] : [])),
  )
  const only = among === undefined ? sql`true` : sql`c.id = any (${[...among]}::uuid[])`
  return sql`
    select k.customer_id, k.name, k.person_id, k.tier, k.weeks, k.last_day, k.closures, k.opening_hours, k.visit_hours, d.due_on, d.visit_on, d.late
    from (
      select c.id as customer_id, c.name, s.person_id, c.tier::text as tier, coalesce(c.visit_weeks, r.weeks) as weeks, l.day as last_day,
        coalesce(l.day, greatest(c.registered_on, s.since_day)) + 7 * coalesce(c.visit_weeks, r.weeks) as wanted,
        c.closures, c.opening_hours, c.visit_hours
      from ${serving(whose)} s
      join customer c on c.organization_id = app.organization() and c.id = s.customer_id
      left join unnest(${kept.map((one) => one.personId)}::uuid[], ${kept.map(({ tier }) => tier)}::text[],
        ${kept.map(({ weeks }) => weeks)}::smallint[]) as r (person_id, tier, weeks)
        on r.person_id = s.person_id and r.tier = coalesce(c.tier::text, 'none')
      left join lateral (
        select v.visited_on as day from visit v
        where v.organization_id = app.organization() and v.customer_id = c.id and v.visited_on <= ${today}::date and ${counted}
        order by v.visited_on desc limit 1
      ) l on true
      where c.status = 'active' and c.visit_weeks is distinct from 0 and coalesce(c.visit_weeks, r.weeks) is not null and ${only}
      offset 0
    ) k
    cross join lateral (
      select x.due_on, x.visit_on, x.late
      from app.visit_due(k.wanted, k.closures, k.opening_hours, k.visit_hours, ${today}::date) x
      where k.closures is not null or k.opening_hours is not null or k.visit_hours is not null
      union all
      select k.wanted, greatest(k.wanted, ${today}::date), greatest(0, ${today}::date - k.wanted)
      where k.closures is null and k.opening_hours is null and k.visit_hours is null
    ) d
    where k.wanted <= ${until}::date and d.visit_on <= ${until}::date`
}

export type DueCustomer = {
  id: string
  code: string
  name: string
  tier: 'A' | 'B' | 'C' | null
  city: string | null
  latitude: number | null
  longitude: number | null
  person: { id: string; name: string; colour: number }
  weeks: number
  lastVisit: string | null
  dueOn: string
  visitOn: string
  late: number
  /** The next visit that is planned, whoever makes it. */
  planned: { id: string; on: string; person: { id: string; name: string; colour: number } } | null
  /** Who else of ours was there within half a year, besides whoever serves it. */
  others: { id: string; name: string; colour: number }[]
}
export type DuePage = { total: number; overdue: number; planned: number; customers: DueCustomer[] }

const personOf = (
  alias: string,
) => sql`jsonb_build_object('id', ${sql.ref(`${alias}.id`)}, 'name', ${sql.ref(`${alias}.name`)},
  'colour', ${sql.ref(`${alias}.colour`)})`

/** A page of what is due, in order of harm avoided (compareHarm): A before B before C, the latest first. */
export async function duePage(
  tx: Tx,
  query: DueQuery,
  { size, page, onlyOverdue }: { size: number; page: number; onlyOverdue: boolean },
): Promise<DuePage> {
  const { rows } = await sql<DueCustomer & { total: number; overdue: number; onPlan: number }>`
    with due as materialized (
      select d.*, n.id as visit_id, n.planned_on, n.person_id as visitor_id
      from (${duesOf(query)}) d
      left join lateral (
        select v.id, v.planned_on, v.person_id from visit v
        where v.organization_id = app.organization() and v.customer_id = d.customer_id and v.visited_on is null
          and v.cancelled_at is null and v.planned_on >= ${query.today}::date
        order by v.planned_on, v.id limit 1
      ) n on true
    ), numbers as (
      select count(*)::integer as total, (count(*) filter (where late > 0))::integer as overdue,
        (count(*) filter (where visit_id is not null))::integer as on_plan from due
    )
    select c.id, c.code, c.name, c.tier::text as tier, c.city, c.latitude, c.longitude, ${personOf('p')} as person, d.weeks,
      d.last_day::text as "lastVisit", d.due_on::text as "dueOn", d.visit_on::text as "visitOn", d.late,
      case when d.visit_id is not null then jsonb_build_object('id', d.visit_id, 'on', d.planned_on, 'person',
        (select ${personOf('q')} from person q where q.organization_id = app.organization() and q.id = d.visitor_id)) end as planned,
      (select coalesce(jsonb_agg(${personOf('q')} order by q.name), '[]') from person q
        where q.organization_id = app.organization() and q.id <> d.person_id and q.id in (
          select v.person_id from visit v where v.organization_id = app.organization() and v.customer_id = d.customer_id
            and v.visited_on > ${query.today}::date - 183
          union select k.person_id from visit v
            join visit_companion k on k.organization_id = v.organization_id and k.visit_id = v.id
            where v.organization_id = app.organization() and v.customer_id = d.customer_id
              and v.visited_on > ${query.today}::date - 183)) as others,
      n.total, n.overdue, n.on_plan as "onPlan"
    from numbers n
    left join (
      select x.* from due x where ${onlyOverdue ? sql`x.late > 0` : sql`true`}
      order by coalesce(x.tier, 'D'), x.late desc, lower(x.name), x.customer_id
      limit ${size}::integer offset ${size * (page - 1)}::integer
    ) d on true
    left join customer c on c.organization_id = app.organization() and c.id = d.customer_id
    left join person p on p.organization_id = app.organization() and p.id = d.person_id
    order by coalesce(d.tier, 'D'), d.late desc, lower(c.name), d.customer_id`.execute(tx)
  const customers = rows.flatMap(({ total: _, overdue: __, onPlan: ___, ...customer }) =>
    (customer.id as string | null) === null ? [] : [customer],
  )
  const [first] = rows
  return { total: first?.total ?? 0, overdue: first?.overdue ?? 0, planned: first?.onPlan ?? 0, customers }
}

/** When one customer is due, however far ahead; null: never, or not somebody's whose work the asker may look at. */
export async function dueOfCustomer(
  tx: Tx,
  query: Omit<DueQuery, 'until' | 'among'>,
  id: string,
): Promise<{ dueOn: string; visitOn: string; late: number } | null> {
  const { rows } = await sql<{ dueOn: string; visitOn: string; late: number }>`
    select d.due_on::text as "dueOn", d.visit_on::text as "visitOn", d.late
    from (${duesOf({ ...query, until: '9999-12-31', among: [id] })}) d`.execute(tx)
  return rows[0] ?? null
}

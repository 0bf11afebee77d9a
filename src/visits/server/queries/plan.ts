import { sql } from 'kysely'
import type { Tx } from '../../../platform/server/database/connect.ts'
import { personJson } from '../../../customers/server/queries/instant.ts'
import { type DueQuery, duesOf } from './due.ts'

type Person = { id: string; name: string; colour: number }
type Outlet = {
  id: string
  code: string
  name: string
  tier: 'A' | 'B' | 'C' | null
  city: string | null
  latitude: number | null
  longitude: number | null
}

/** A visit that stands in somebody's week, made or planned. */
export type PlannedVisit = {
  id: string
  version: number
  customer: Outlet
  person: Person
  on: string
  position: number | null
  reason: string
  made: boolean
}

const outlet = sql`jsonb_build_object('id', c.id, 'code', c.code, 'name', c.name, 'tier', c.tier, 'city', c.city,
  'latitude', c.latitude, 'longitude', c.longitude)`

/** The visits of a person in some days, in the order of their days; cancelled ones stay away. */
export async function visitsInWeek(
  tx: Tx,
  person: string,
  from: string,
  to: string,
): Promise<PlannedVisit[]> {
  const { rows } = await sql<PlannedVisit>`
    select v.id, v.version, ${outlet} as customer, ${personJson('p')} as person,
      coalesce(v.visited_on, v.planned_on)::text as on, v.position, v.reason, v.visited_on is not null as made
    from visit v
    join customer c on c.organization_id = v.organization_id and c.id = v.customer_id
    join person p on p.organization_id = v.organization_id and p.id = v.person_id
    where v.organization_id = app.organization() and v.person_id = ${person} and v.cancelled_at is null
      and coalesce(v.visited_on, v.planned_on) between ${from}::date and ${to}::date
    order by coalesce(v.visited_on, v.planned_on), v.checked_in_at nulls last, v.position nulls last, v.planned_at nulls last,
      lower(c.name), v.id`.execute(tx)
  return rows
}

export type DueInWeek = {
  customer: Outlet
  weeks: number
  lastVisit: string | null
  dueOn: string
  late: number
  /** Days of the week on which it can be visited: open, this person's, and half its cadence after the last visit. */
  days: string[]
}

/**
 * What is due in a week and not planned in it by anybody, in order of harm avoided, with the days on which each can be
 * visited. One statement.
 */
export async function dueInWeek(
  tx: Tx,
  query: DueQuery,
  { person, from, to }: { person: string; from: string; to: string },
): Promise<DueInWeek[]> {
  const { rows } = await sql<DueInWeek>`
    select ${outlet} as customer, d.weeks, d.last_day::text as "lastVisit", d.due_on::text as "dueOn", d.late,
      array(
        select g.day::date::text from generate_series(${from}::date, ${to}::date, interval '1 day') as g (day)
        where g.day::date >= ${query.today}::date
          and g.day::date >= coalesce(d.last_day + (d.weeks * 7 + 1) / 2, g.day::date)
          and (d.closures is null or not app.closed_on(d.closures, g.day::date))
          and app.visit_weekdays(d.opening_hours, d.visit_hours) & (1 << (extract(isodow from g.day)::integer - 1)) > 0
          and app.server_on(d.customer_id, g.day::date) = ${person}
        order by g.day
      ) as days
    from (${duesOf(query)}) d
    join customer c on c.organization_id = app.organization() and c.id = d.customer_id
    where not exists (select from visit v where v.organization_id = app.organization() and v.customer_id = d.customer_id
      and v.cancelled_at is null and coalesce(v.visited_on, v.planned_on) between ${from}::date and ${to}::date)
    order by coalesce(d.tier, 'D'), d.late desc, lower(d.name), d.customer_id`.execute(tx)
  return rows
}

export type OtherRow = {
  customerId: string
  past: { day: string; byOther: boolean }[]
  sponsored: boolean
  lastSponsorVisit: string | null
  people: { person: Person; through: 'backup' | 'sponsor' | 'manager' | 'knows' }[]
}

/** What decides who makes the next visit of these customers (rule 4.2): past visits of a year, and who else might go. One statement. */
export async function othersOf(
  tx: Tx,
  customers: readonly string[],
  { owner, today, most }: { owner: string; today: string; most: number },
): Promise<OtherRow[]> {
  const { rows } = await sql<OtherRow>`
    select w.id as "customerId", s.person_id is not null as sponsored,
      (select coalesce(jsonb_agg(jsonb_build_object('day', x.day, 'byOther', x.by_other) order by x.day desc, x.id desc), '[]') from (
        select v.id, v.visited_on as day, v.person_id is distinct from o.person_id or exists (
          select from visit_companion k where k.organization_id = v.organization_id and k.visit_id = v.id
            and k.confirmed_at is not null and k.person_id is distinct from o.person_id) as by_other
        from visit v
        cross join lateral (select (select e.person_id from ledger_entry e where e.organization_id = v.organization_id
          and e.customer_id = v.customer_id and e.role = 'owner' and e.line = 'all' and e.seat = 0 and e.from_day <= v.visited_on
          order by e.from_day desc, e.ordinal desc limit 1) as person_id) o
        where v.organization_id = app.organization() and v.customer_id = w.id and v.visited_on > ${today}::date - 366
          and v.visited_on <= ${today}::date and coalesce(v.outcome, 'met') = 'met'
        order by v.visited_on desc, v.id desc limit ${most}::integer) x) as past,
      (select max(v.visited_on)::text from visit v where v.organization_id = app.organization() and v.customer_id = w.id
        and v.visited_on <= ${today}::date and coalesce(v.outcome, 'met') = 'met' and (v.person_id = s.person_id
          or exists (select from visit_companion k where k.organization_id = v.organization_id and k.visit_id = v.id
            and k.person_id = s.person_id))) as "lastSponsorVisit",
      (select coalesce(jsonb_agg(jsonb_build_object('person', ${personJson('p')}, 'through', t.through)
          order by t.rank, p.name), '[]') from (
        select distinct on (y.person_id) y.person_id, y.through, y.rank from (
          select h.person_id, h.role as through, case h.role when 'backup' then 1 else 2 end as rank from holder h
            where h.organization_id = app.organization() and h.customer_id = w.id and h.role in ('backup', 'sponsor')
          union all select q.manager_id, 'manager', 3 from app.posts_on(${today}::date) q where q.person_id = ${owner}
          union all select v.person_id, 'knows', 4 from visit v where v.organization_id = app.organization()
            and v.customer_id = w.id and v.visited_on > ${today}::date - 183 and coalesce(v.outcome, 'met') = 'met'
        ) y where y.person_id is not null and y.person_id <> ${owner} order by y.person_id, y.rank
      ) t join person p on p.organization_id = app.organization() and p.id = t.person_id
        and (p.left_on is null or p.left_on >= ${today}::date)) as people
    from unnest(${[...customers]}::uuid[]) with ordinality as w (id, place)
    left join holder s on s.organization_id = app.organization() and s.customer_id = w.id and s.line = 'all'
      and s.role = 'sponsor' and s.seat = 0
    order by w.place`.execute(tx)
  return rows
}

/** How many visits these people have in some days already. */
export async function visitsPlanned(
  tx: Tx,
  people: readonly string[],
  from: string,
  to: string,
): Promise<Map<string, number>> {
  const { rows } = await sql<{ id: string; count: number }>`
    select v.person_id as id, count(*)::integer as count from visit v
    where v.organization_id = app.organization() and v.person_id = any (${[...people]}::uuid[]) and v.cancelled_at is null
      and coalesce(v.visited_on, v.planned_on) between ${from}::date and ${to}::date group by v.person_id`.execute(
    tx,
  )
  return new Map(rows.map(({ id, count }) => [id, count]))
}

/** What a day of a plan stands against, of each customer and day asked for: null where nothing does. */
export type Against = 'not-found' | 'not-active' | 'closed' | 'shut' | 'twice'
export type AskedStop = { readonly customerId: string; readonly day: string; readonly visitId: string }

/**
 * What stands against these stops, in the order given. `instead` are the visits of the person that the plan replaces: they
 * don't count as a second visit of the same customer on a day.
 */
export async function againstStops(
  tx: Tx,
  stops: readonly AskedStop[],
  instead: readonly string[],
): Promise<{ against: Against | null; name: string | null }[]> {
  const { rows } = await sql<{ against: Against | null; name: string | null }>`
    select c.name, case when c.id is null then 'not-found' when c.status <> 'active' then 'not-active'
      when c.closures is not null and app.closed_on(c.closures, a.day) then 'closed'
      when app.visit_weekdays(c.opening_hours, c.visit_hours) & (1 << (extract(isodow from a.day)::integer - 1)) = 0 then 'shut'
      when exists (select from visit v where v.organization_id = app.organization() and v.customer_id = a.customer_id
        and v.cancelled_at is null and coalesce(v.visited_on, v.planned_on) = a.day and v.id <> a.visit_id
        and not (v.id = any (${[...instead]}::uuid[]))) then 'twice' end as against
    from unnest(${stops.map(({ customerId }) => customerId)}::uuid[], ${stops.map(({ day }) => day)}::date[],
      ${stops.map(({ visitId }) => visitId)}::uuid[]) with ordinality as a (customer_id, day, visit_id, place)
    left join customer c on c.organization_id = app.organization() and c.id = a.customer_id
    order by a.place`.execute(tx)
  return rows
}

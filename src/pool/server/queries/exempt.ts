import { type RawBuilder, sql } from 'kysely'

/**
 * Spans of days that don't count towards a customer's return to the pool (rule 2.4): from `from_day` until the day before
 * `until_day` (null: no end yet), because of a word that `locales/…/pool.json` says under `because`. Features that come
 * later (handover, watch) declare theirs as facts are declared: a flat select without parameters, one line in
 * src/program/facts.ts.
 */
export type ExemptSpan = { customer_id: string; from_day: string; until_day: string | null; because: string }
export type ExemptionSource = { readonly name: string; readonly spans: RawBuilder<ExemptSpan> }
export type Exemptions = readonly ExemptionSource[]

/** Somebody stands in for the owner: the owner is on leave. */
export const coverExemptions: ExemptionSource = {
  name: 'covers',
  spans: sql`
    select x.customer_id, x.from_day, x.until_day, 'leave'::text as because
    from (
      select s.customer_id, s.person_id, s.from_day,
        lead(s.from_day) over (partition by s.customer_id, s.seat order by s.from_day) as until_day
      from (
        select distinct on (e.customer_id, e.seat, e.from_day) e.customer_id, e.seat, e.from_day, e.person_id
        from ledger_entry e
        where e.organization_id = app.organization() and e.role = 'cover' and e.line = 'all'
        order by e.customer_id, e.seat, e.from_day, e.ordinal desc
      ) s
    ) x where x.person_id is not null`,
}

/** Kept by hand for somebody, as long as it is theirs. */
export const lockExemptions: ExemptionSource = {
  name: 'locks',
  spans: sql`
    select l.customer_id, l.from_day, least(l.until_day + 1, l.lifted_on) as until_day, 'kept'::text as because
    from protection_lock l
    join holder h on h.organization_id = l.organization_id and h.customer_id = l.customer_id
      and h.line = 'all' and h.role = 'owner' and h.seat = 0 and h.person_id = l.person_id
    where l.organization_id = app.organization()`,
}

/** Several people claim the customer: from the day on which the case opened, or was appealed, until it was ruled. */
export const collisionExemptions: ExemptionSource = {
  name: 'collisions',
  spans: sql`
    select coalesce(m.kept_id, k.customer_id) as customer_id, x.on_day as from_day, x.until_day, 'collision'::text as because
    from (
      select e.organization_id, e.collision_id, e.stage, e.on_day,
        lead(e.on_day) over (partition by e.collision_id order by e.number) as until_day
      from collision_event e where e.organization_id = app.organization() and e.stage is not null
    ) x
    join collision k on k.organization_id = x.organization_id and k.id = x.collision_id
    left join merged_customer m on m.organization_id = k.organization_id and m.customer_id = k.customer_id
    where x.stage in ('open', 'appealed')`,
}

/** All sources' spans as one table of (customer_id, from_day, until_day, because); spans without a day are left out. */
export function spansOf(exemptions: Exemptions): RawBuilder<ExemptSpan> {
  const parts = [
    sql`select null::uuid as customer_id, null::date as from_day, null::date as until_day, ''::text as because
    where false`,
    ...exemptions.map(
      ({ spans }) => sql`
    select customer_id, from_day, until_day, because from (${spans}) part
    where until_day is null or until_day > from_day`,
    ),
  ]
  return sql<ExemptSpan>`${sql.join(parts, sql` union all `)}`
}

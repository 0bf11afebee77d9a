import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../../../platform/server/database/connect.ts'
import type { TierKey } from '../../../pool/rules.ts'
import type { Need } from '../../cadence.ts'

/** Whose work is looked at; everybody the asker may look at if left out. */
export type Whose = {
  readonly people?: readonly string[] | undefined
  /** A day ahead, by which those who stand in may have come or gone; today if left out. */
  readonly on?: string | undefined
}

/** Who serves whom now, corrected by what the ledger says will have changed by a day ahead. */
const servingOn = (on: string) => sql`
  select n.customer_id, n.person_id, n.since_day from (${servingNow}) n
  where not exists (select from ledger_due d where d.organization_id = app.organization() and d.customer_id = n.customer_id
    and d.role in ('owner', 'cover') and d.due_day <= ${on}::date)
  union all
  select d.customer_id, app.server_on(d.customer_id, ${on}::date), h.since_day
  from (select distinct x.customer_id from ledger_due x where x.organization_id = app.organization()
    and x.role in ('owner', 'cover') and x.due_day <= ${on}::date) d
  join holder h on h.organization_id = app.organization() and h.customer_id = d.customer_id and h.line = 'all'
    and h.role = 'owner' and h.seat = 0`

const servingNow = sql`
  select h.customer_id, coalesce(k.person_id, h.person_id) as person_id, h.since_day
  from holder h
  left join holder k on k.organization_id = h.organization_id and k.customer_id = h.customer_id and k.line = 'all'
    and k.role = 'cover' and k.seat = 0 and k.person_id is not null
  where h.organization_id = app.organization() and h.line = 'all' and h.role = 'owner' and h.seat = 0`

/**
 * Whoever serves a customer today: whoever stands in, else the owner (rule 2.2); only people whose work the asker may look
 * at. Columns customer_id, person_id, since_day of `serving`, to be joined to customer `c`.
 */
export function serving({ people, on }: Whose): RawBuilder<unknown> {
  const asked =
    people === undefined
      ? sql`(select app.may('customers.read.all')) or s.person_id = any ((select app.people())::uuid[])`
      : sql`s.person_id = any (${[...people]}::uuid[])
          and ((select app.may('customers.read.all')) or s.person_id = any ((select app.people())::uuid[]))`
  return sql`(select s.customer_id, s.person_id, s.since_day from (${on === undefined ? servingNow : servingOn(on)}) s
    where s.person_id is not null and (${asked}))`
}

export type NeedsOf = Map<string, Need[]>

/** What each person's customers ask for: how many by tier and what is said by hand. Closed ones, for now or for good, ask for nothing. */
export async function needsOf(tx: Tx, whose: Whose, today: string): Promise<NeedsOf> {
  const { rows } = await sql<{ personId: string; tier: TierKey; weeks: number | null; customers: number }>`
    select s.person_id as "personId", coalesce(c.tier::text, 'none') as tier, c.visit_weeks as weeks,
      count(*)::integer as customers
    from ${serving(whose)} s
    join customer c on c.organization_id = app.organization() and c.id = s.customer_id
    where c.status = 'active' and c.visit_weeks is distinct from 0
      and (c.closures is null or not app.closed_on(c.closures, ${today}::date))
    group by 1, 2, 3`.execute(tx)
  return new Map(
    [...Map.groupBy(rows, ({ personId }) => personId)].map(([person, needs]) => [
      person,
      needs.map(({ tier, weeks, customers }) => ({ tier, weeks, customers })),
    ]),
  )
}

export type Capacity = {
  readonly personId: string
  readonly name: string
  readonly colour: number
  /** Null: as the company's rules say. */
  readonly visitsADay: number | null
  readonly workdays: number[] | null
  readonly base: { latitude: number; longitude: number } | null
}

/** What is said of these people's capacity, by name. */
export async function capacitiesOf(tx: Tx, people: readonly string[]): Promise<Capacity[]> {
  const { rows } = await sql<Capacity>`
    select p.id as "personId", p.name, p.colour, k.visits_a_day as "visitsADay", k.workdays,
      case when k.base_latitude is not null then
        jsonb_build_object('latitude', k.base_latitude, 'longitude', k.base_longitude) end as base
    from person p
    left join visit_capacity k on k.organization_id = p.organization_id and k.person_id = p.id
    where p.organization_id = app.organization() and p.id = any (${[...people]}::uuid[])
    order by lower(p.name), p.id`.execute(tx)
  return rows
}

import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../../../platform/server/database/connect.ts'
import { type Measure, coverageOfEach, planForMany, touchesWithin } from './coverage.ts'

/** Whose customers are looked at: everybody's that the asker sees, or those that these people own or know. */
export type Members = readonly string[] | null

/** Sums of one part of the company: customers, and sales in minor units as exact text. `part` is null for the whole. */
export type Sums = {
  part: string | null
  customers: number
  one: number
  alone: number
  nobody: number
  sold: string | null
  soldOne: string | null
  soldAlone: string | null
  soldNobody: string | null
  noBackup: number
  noSponsor: number
  fewChannels: number
  others: string[] | null
}

/** Whether so many customers are looked at that reading whole tables beats looking them up. */
export function isMany(members: Members): boolean {
  return members === null || members.length > 3
}

/** The ids of customers that are looked at; null for all there are. */
export function customersOf(
  measure: Measure,
  members: Members,
  seesAll: boolean,
): RawBuilder<unknown> | null {
  if (members !== null) {
    const people = sql`any (${[...members]}::uuid[])`
    return sql`
      select h.customer_id as id from holder h
      where h.organization_id = app.organization() and h.line = 'all' and h.role = 'owner' and h.person_id = ${people}
      union select t.customer_id from (${touchesWithin(measure)}) t where t.person_id = ${people}`
  }
  return seesAll ? null : sql`select c.id from customer c`
}

const figures = sql`
  count(*)::int as customers, count(*) filter (where mine)::int as one, count(*) filter (where mine and alone)::int as alone,
  count(*) filter (where known_by = 0)::int as nobody,
  sum(sold)::text as sold, sum(sold) filter (where mine)::text as "soldOne",
  sum(sold) filter (where mine and alone)::text as "soldAlone", sum(sold) filter (where known_by = 0)::text as "soldNobody",
  count(*) filter (where owner is not null and 'backup' = any (missing))::int as "noBackup",
  count(*) filter (where owner is not null and 'sponsor' = any (missing))::int as "noSponsor",
  count(*) filter (where owner is not null and 'channel' = any (missing))::int as "fewChannels"`

/**
 * What hangs on one person (rule 2.6): of the whole, and of each part, by team (people without one are a part of their
 * own) or by person. A customer belongs to every part that owns or knows it, and counts as known to one only there where
 * this one is. One statement, whatever the number of customers.
 */
export async function exposureBy(
  tx: Tx,
  measure: Measure,
  asked: { readonly members: Members; readonly by: 'team' | 'person'; readonly seesAll: boolean },
): Promise<Sums[]> {
  const { members, by, seesAll } = asked
  const isMember = members === null ? sql`true` : sql`here.id = any (${[...members]}::uuid[])`
  if (isMany(members)) await planForMany(tx)
  const { rows } = await sql<Sums>`
    with ${coverageOfEach(measure, customersOf(measure, members, seesAll))},
    part_of as (
      select here.id as person_id, ${by === 'team' ? sql`coalesce(here.team_id, here.id)` : sql`here.id`} as part
      from here where ${isMember}
    ),
    tie as (
      select distinct x.customer_id, p.part
      from (select customer_id, person_id from pair union all select id, owner from each where owner is not null) x
      join part_of p on p.person_id = x.person_id
    )
    select null as part, ${figures},
      array_agg(distinct other) filter (where other is not null) as others
    from (select each.*, known_by = 1 and p.part is not null as mine
      from each left join part_of p on p.person_id = each.sole) whole
    union all
    select part, ${figures}, null
    from (select tie.part, each.*, known_by = 1 and p.part is not distinct from tie.part as mine
      from tie join each on each.id = tie.customer_id left join part_of p on p.person_id = each.sole) parts
    group by part`.execute(tx)
  return rows
}

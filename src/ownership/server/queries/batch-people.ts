import { sql } from 'kysely'
import type { Tx } from '../../../platform/server/database/connect.ts'
import type { Day } from '../../../values/day.ts'

/** What a batch did for one person in one role: how many customers came or went, and from or to whom if it is one. */
export type Moved = {
  readonly role: 'owner' | 'backup' | 'sponsor'
  readonly way: 'came' | 'went'
  readonly personId: string
  readonly count: number
  readonly otherId: string | null
  /** From or to several, the pool counting as one. */
  readonly several: boolean
}

/**
 * For whom a batch of the ledger changed today, in one row a person, role and way. Whoever only changed seats of the same role at
 * a customer isn't among them.
 */
export async function peopleOfBatch(tx: Tx, batch: string, today: Day): Promise<Moved[]> {
  const { rows } = await sql<Moved>`
    with seat as (
      select distinct customer_id, line, role, seat from ledger_entry e
      where e.organization_id = app.organization() and e.batch_id = ${batch}
        and e.role in ('owner', 'backup', 'sponsor')
    ), moved as (
      select s.customer_id, s.role, b.person_id as before, n.person_id as now from seat s
      left join lateral (
        select e.person_id from ledger_entry e
        where e.organization_id = app.organization() and e.customer_id = s.customer_id and e.role = s.role
          and e.line = s.line and e.seat = s.seat and e.from_day <= ${today}::date and e.batch_id <> ${batch}
        order by e.from_day desc, e.ordinal desc limit 1
      ) b on true
      left join holder n on n.organization_id = app.organization() and n.customer_id = s.customer_id
        and n.line = s.line and n.role = s.role and n.seat = s.seat
      where b.person_id is distinct from n.person_id
    ), seen as (
      -- In one pass over each customer's seats: a join of the moves with themselves is planned for one row and takes
      -- the square of their number, because of rows just written nobody has counted any.
      select m.*, array_agg(before) over same as befores, array_agg(now) over same as nows from moved m
      window same as (partition by customer_id, role)
    ), concerned as (
      select role, 'came' as way, now as person, before as other, customer_id from seen
      where now is not null and array_position(befores, now) is null
      union all
      select role, 'went', before, now, customer_id from seen
      where before is not null and array_position(nows, before) is null
    )
    select role, way, person as "personId", count(distinct customer_id)::int as count,
      case when count(distinct other) = 1 and count(other) = count(*) then (array_agg(other))[1] end as "otherId",
      count(distinct other) + (count(other) < count(*))::int > 1 as several
    from concerned group by role, way, person`.execute(tx)
  return rows
}

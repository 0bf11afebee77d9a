import { sql } from 'kysely'
import type { Tx } from '../../../platform/server/database/connect.ts'
import { wholeCustomer } from '../../ledger.ts'

export type CoverOf = {
  from: string
  to: string
  count: number
  ownerId: string | null
  owner: string | null
}

/**
 * The days on which a person stands in, as the ledger says now: spans with the number of customers, and whose they are
 * when they are one person's. Of spans that touch the days between `from` and `to`.
 */
export async function coversOf(tx: Tx, person: string, from: string, to: string): Promise<CoverOf[]> {
  const { rows } = await sql<CoverOf>`
    with seat as (
      select distinct customer_id from ledger_entry
      where organization_id = app.organization() and role = 'cover' and person_id = ${person}
    ), point as (
      select distinct on (e.customer_id, e.line, e.seat, e.from_day)
        e.customer_id, e.line, e.seat, e.from_day, e.person_id
      from seat s join ledger_entry e on e.organization_id = app.organization()
        and e.customer_id = s.customer_id and e.role = 'cover'
      order by e.customer_id, e.line, e.seat, e.from_day, e.ordinal desc
    ), span as (
      select customer_id, person_id, from_day,
        lead(from_day) over (partition by customer_id, line, seat order by from_day) - 1 as to_day
      from point
    )
    select s.from_day::text as from, s.to_day::text as to, count(distinct s.customer_id)::int as count,
      case when count(distinct p.id) = 1 then (array_agg(p.id))[1] end as "ownerId",
      case when count(distinct p.id) = 1 then max(p.name) end as owner
    from span s
    left join holder h on h.organization_id = app.organization() and h.customer_id = s.customer_id
      and h.line = ${wholeCustomer} and h.role = 'owner' and h.seat = 0
    left join person p on p.organization_id = h.organization_id and p.id = h.person_id
    where s.person_id = ${person} and s.to_day >= s.from_day and s.to_day >= ${from}::date and s.from_day <= ${to}::date
    group by s.from_day, s.to_day order by s.from_day, s.to_day`.execute(tx)
  return rows
}

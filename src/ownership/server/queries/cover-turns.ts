import { sql } from 'kysely'
import type { Tx } from '../../../platform/server/database/connect.ts'
import type { Day } from '../../../values/day.ts'

/** Covers of one batch, stand-in and owner that begin or end on a day. */
export type CoverTurn = {
  readonly what: 'begun' | 'ended'
  readonly batchId: string
  readonly personId: string
  /** Null: the company pool. */
  readonly ownerId: string | null
  readonly count: number
  /** The last day, of one that begins. */
  readonly until: string | null
}

/** Which covers of these customers begin or end on a day, by what holds then. */
export async function coverTurns(tx: Tx, customers: readonly string[], day: Day): Promise<CoverTurn[]> {
  const { rows } = await sql<CoverTurn>`
    with turn as (
      select h.customer_id, case when h.person_id is null then 'ended' else 'begun' end as what,
        case when h.person_id is null then before.batch_id else e.batch_id end as batch_id,
        coalesce(h.person_id, before.person_id) as person_id,
        case when h.person_id is not null then next.from_day - 1 end as until
      from holder h
      join ledger_entry e on e.organization_id = h.organization_id and e.id = h.entry_id
      left join lateral (
        select p.person_id, p.batch_id from ledger_entry p
        where p.organization_id = e.organization_id and p.customer_id = e.customer_id and p.role = 'cover'
          and p.line = e.line and p.seat = e.seat and p.from_day <= e.from_day and p.ordinal < e.ordinal
          and p.person_id is not null
        order by p.from_day desc, p.ordinal desc limit 1
      ) before on true
      left join lateral (
        select n.from_day from ledger_entry n
        where n.organization_id = e.organization_id and n.customer_id = e.customer_id and n.role = 'cover'
          and n.line = e.line and n.seat = e.seat and n.from_day > e.from_day
        order by n.from_day limit 1
      ) next on true
      where h.organization_id = app.organization() and h.role = 'cover' and h.since_day = ${day}::date
        and h.customer_id = any (${[...customers]}::uuid[])
    )
    select t.what, t.batch_id as "batchId", t.person_id as "personId", o.person_id as "ownerId",
      count(distinct t.customer_id)::int as count, max(t.until)::text as until
    from turn t
    join holder o on o.organization_id = app.organization() and o.customer_id = t.customer_id
      and o.role = 'owner' and o.line = 'all' and o.seat = 0
    where t.person_id is not null
    group by t.what, t.batch_id, t.person_id, o.person_id`.execute(tx)
  return rows
}

import { sql } from 'kysely'
import type { Tx } from '../../../platform/server/database/connect.ts'
import { wholeCustomer } from '../../ledger.ts'

export type Asked = { readonly customerId: string; readonly day: string }
export type Held = Asked & { personId: string | null; entryId: string | null }

/** From so many pairs on, reading all periods once takes less than looking each up (npm run bench -- --only owner-as-of). */
const manyPairs = 50_000

/**
 * Who owned each customer on each day, by what the ledger says now: null person is the pool, null entry that the customer
 * wasn't registered yet. In the order asked; any number of pairs in one statement.
 */
export async function ownersOn(
  tx: Tx,
  asked: readonly Asked[],
  line: string = wholeCustomer,
): Promise<Held[]> {
  const found =
    line === wholeCustomer && asked.length >= manyPairs
      ? sql`${ownerPeriods()} e on e.customer_id = a.customer_id and e.from_day <= a.day
          and (e.until is null or e.until > a.day)`
      : sql`lateral ${ownerEntry(line)} e on true`
  const { rows } = await sql<Held>`
    select a.customer_id as "customerId", a.day::text as day, e.person_id as "personId", e.id as "entryId"
    from unnest(${asked.map(({ customerId }) => customerId)}::uuid[], ${asked.map(({ day }) => day)}::date[])
      with ordinality as a (customer_id, day, place)
    left join ${found}
    order by a.place`.execute(tx)
  return rows
}

/**
 * The owner's entry that holds for `a.customer_id` on `a.day`, as a lateral sub-select with id and person_id. A line of
 * business without entries of its own follows the whole customer.
 */
export function ownerEntry(line: string) {
  if (line === wholeCustomer) return sql`(${point(wholeCustomer)})`
  return sql`(select * from ((select 1 as rank, x.* from (${point(line)}) x)
    union all (select 2, x.* from (${point(wholeCustomer)}) x)) y order by rank limit 1)`
}

/**
 * Every owner's period as a table with customer_id, from_day, until (null: no end), id and person_id: for very many pairs
 * one pass over the index, joined by customer, takes less than asking for each. Of the whole customer only, because a line
 * that follows it has no periods of its own.
 */
export function ownerPeriods() {
  return sql`(
    select p.customer_id, p.from_day, p.id, p.person_id,
      lag(p.from_day) over (partition by p.customer_id order by p.from_day desc) as until
    from (
      select distinct on (e.customer_id, e.from_day) e.customer_id, e.from_day, e.id, e.person_id
      from ledger_entry e
      where e.organization_id = app.organization() and e.role = 'owner' and e.line = ${wholeCustomer} and e.seat = 0
      order by e.customer_id, e.from_day desc, e.ordinal desc
    ) p
  )`
}

const point = (line: string) => sql`
  select e.id, e.person_id from ledger_entry e
  where e.organization_id = app.organization() and e.customer_id = a.customer_id and e.role = 'owner'
    and e.line = ${line} and e.seat = 0 and e.from_day <= a.day
  order by e.from_day desc, e.ordinal desc limit 1`

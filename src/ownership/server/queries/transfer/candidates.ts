import { type RawBuilder, sql } from 'kysely'
import type { Selection } from '../../../../customers/schema/filter.ts'
import { type FilterFacts, whereOf } from '../../../../customers/server/queries/filter.ts'
import type { Tx } from '../../../../platform/server/database/connect.ts'
import type { Movable } from '../../../distribute.ts'
import { wholeCustomer } from '../../../ledger.ts'
import type { MovingRole } from '../../../transfer.ts'
import { newestOrdinal, ownerOn } from './present.ts'

/** A customer that may be transferred, as it is on a day. */
export type Candidate = Movable & { readonly status: string; readonly ordinal: number }

/** The customers that a selection means, of all tiers alike in the order in which they are given away. */
export async function candidatesIn(
  tx: Tx,
  selection: Selection,
  facts: FilterFacts,
  day: string,
): Promise<Candidate[]> {
  if ('ids' in selection)
    return await candidates(tx, sql`c.id = any (${[...new Set(selection.ids)]}::uuid[])`, day)
  const where = sql`${whereOf(selection.filter, facts)} and c.id <> all (${selection.except ?? []}::uuid[])`
  return await candidates(tx, where, day)
}

/** The customers on which a person may hold one of these seats on the day: what they hold today or are to hold by then. */
export async function candidatesOf(
  tx: Tx,
  person: string,
  roles: readonly MovingRole[],
  day: string,
): Promise<Candidate[]> {
  const among = sql`c.id in (
    select h.customer_id from holder h where h.organization_id = app.organization() and h.person_id = ${person}
      and h.line = ${wholeCustomer} and h.role = any (${[...roles]}::text[])
    union select d.customer_id from ledger_due d where d.organization_id = app.organization() and d.due_day <= ${day}::date
      and d.line = ${wholeCustomer} and d.role = any (${[...roles]}::text[]))`
  return await candidates(tx, among, day)
}

async function candidates(tx: Tx, where: RawBuilder<unknown>, day: string): Promise<Candidate[]> {
  const { rows } = await sql<Candidate>`
    select a.customer_id as "customerId", a.status, a.territory_id as "territoryId", o.person_id as "ownerId",
      coalesce(n.ordinal, 0) as ordinal
    from (select c.id as customer_id, c.status, c.tier, c.code, c.territory_id from customer c
      where c.organization_id = app.organization() and c.status in ('active', 'closed') and ${where}) a
    left join lateral ${ownerOn(day)} o on true
    left join lateral ${newestOrdinal} n on true
    order by a.tier nulls last, a.code`.execute(tx)
  return rows
}

/** The salespeople of each territory who haven't left by the day, in the order of their codes. */
export async function salespeopleOfTerritories(tx: Tx, day: string): Promise<Map<string, string[]>> {
  const { rows } = await sql<{ territory: string; people: string[] }>`
    select t.territory_id as territory, array_agg(p.id::text order by p.code) as people
    from person_territory t
    join person p on p.organization_id = t.organization_id and p.id = t.person_id
    where t.organization_id = app.organization() and (p.left_on is null or p.left_on >= ${day}::date)
      and exists (select from person_role r where r.organization_id = p.organization_id and r.person_id = p.id
        and r.role = 'salesperson')
    group by t.territory_id`.execute(tx)
  return new Map(rows.map(({ territory, people }) => [territory, people]))
}

import { sql } from 'kysely'
import type { Tx } from '../../../platform/server/database/connect.ts'
import { type Refusal, refuse } from '../../../values/refusal.ts'
import type { CustomerFilter, Selection } from '../../schema/filter.ts'
import { type FilterFacts, whereOf } from './filter.ts'

/**
 * The customers that a selection means, locked in the order of their ids so that two commands don't wait for each other.
 * Refuses with not-found when one is named that the asker doesn't see or that is no longer there: all or nothing.
 */
export async function selectCustomers(
  tx: Tx,
  selection: Selection,
  facts: FilterFacts,
): Promise<string[] | Refusal> {
  if ('ids' in selection) {
    const wanted = [...new Set(selection.ids)]
    const { rows } = await sql<{ id: string }>`
      select c.id from customer c where c.id = any (${wanted}::uuid[]) and c.status in ('active', 'closed')
      order by c.id for no key update`.execute(tx)
    const missing = wanted.length - rows.length
    return missing > 0 ? refuse('not-found', { facts: { missing } }) : rows.map(({ id }) => id)
  }
  const { rows } = await sql<{ id: string }>`
    select c.id from customer c
    where ${whereOf(selection.filter, facts)} and c.status in ('active', 'closed')
      and c.id <> all (${selection.except ?? []}::uuid[])
    order by c.id for no key update`.execute(tx)
  return rows.map(({ id }) => id)
}

/** The ids that a filter finds after this one, in their order. */
export async function filteredIds(
  tx: Tx,
  filter: CustomerFilter,
  facts: FilterFacts,
  after: string | null,
  limit: number,
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select c.id from customer c
    where ${whereOf(filter, facts)} and ${after === null ? sql`true` : sql`c.id > ${after}`}
    order by c.id limit ${limit}`.execute(tx)
  return rows.map(({ id }) => id)
}

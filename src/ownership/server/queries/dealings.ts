import { sql } from 'kysely'
import type { Tx } from '../../../platform/server/database/connect.ts'
import type { Day } from '../../../values/day.ts'
import type { TouchKind } from '../../facts.ts'
import type { Facts } from './facts.ts'
import { touchesOf } from './together.ts'

export type Deal = { day: Day; kind: TouchKind }
export type Dealings = { personId: string; first: Deal; last: Deal; orders: number }

/** The first or last of a person's dealings, by the day. */
const one = (direction: 'asc' | 'desc') =>
  sql`(array_agg(jsonb_build_object('day', t.day, 'kind', t.kind) order by t.day ${sql.raw(direction)}, t.kind))[1]`

/**
 * How each of these persons dealt with a customer, by what the company's records tell (rule 2.3): first, last, and on how
 * many days they took orders. Nothing of persons of whom nothing is known, and never what was bought for how much.
 */
export async function dealingsOf(
  tx: Tx,
  facts: Facts,
  customers: readonly string[],
  persons: readonly string[],
): Promise<Map<string, Dealings>> {
  const touches = touchesOf(facts)
  if (touches === null) return new Map()
  const { rows } = await sql<Dealings>`
    select t.person_id as "personId", ${one('asc')} as first, ${one('desc')} as last,
      (count(distinct t.day) filter (where t.kind = 'order'))::int as orders
    from (${touches}) t
    where t.customer_id = any (${[...customers]}::uuid[]) and t.person_id = any (${[...persons]}::uuid[])
    group by t.person_id`.execute(tx)
  return new Map(rows.map((row) => [row.personId, row]))
}

import { sql } from 'kysely'
import type { Tx } from '../../../platform/server/database/connect.ts'
import type { TouchKind } from '../../facts.ts'
import { type Measure, coverageOfEach } from './coverage.ts'
import type { Fix } from './fixes.ts'
import { touchesOf } from './together.ts'

/** A person who has dealt with a customer; `counts` when lately enough to know it (rule 2.6). */
export type Knower = {
  personId: string
  name: string
  colour: number
  firstDay: string
  lastDay: string
  kinds: TouchKind[]
  counts: boolean
}

/** Everybody of ours, still here, who ever dealt with the customer, the latest first. */
export async function knowersOf(tx: Tx, measure: Measure, customer: string): Promise<Knower[]> {
  const touches = touchesOf(measure.facts)
  if (touches === null) return []
  const { today, since } = measure
  const { rows } = await sql<Knower>`
    select p.id as "personId", p.name, p.colour, min(t.day)::text as "firstDay", max(t.day)::text as "lastDay",
      array_agg(distinct t.kind) as kinds, max(t.day) >= ${since}::date as counts
    from (${touches}) t join person p on p.organization_id = app.organization() and p.id = t.person_id
    where t.customer_id = ${customer}::uuid and t.day <= ${today}::date
      and (p.left_on is null or p.left_on >= ${today}::date)
    group by p.id, p.name, p.colour order by max(t.day) desc, p.name, p.id`.execute(tx)
  return rows
}

/** How well one customer is covered; null when it isn't active or the asker doesn't see it. */
export async function coverageOfOne(
  tx: Tx,
  measure: Measure,
  customer: string,
): Promise<Pick<Fix, 'tier' | 'alone' | 'missing'> | null> {
  const { rows } = await sql<Pick<Fix, 'tier' | 'alone' | 'missing'>>`
    with ${coverageOfEach(measure, sql`select ${customer}::uuid as id`)}
    select tier, alone, missing from each`.execute(tx)
  return rows[0] ?? null
}

/** The last day on which anybody of ours dealt with any customer that the asker sees; null when that is known of none. */
export async function lastTouch(tx: Tx, { facts, today }: Measure): Promise<string | null> {
  const touches = touchesOf(facts)
  if (touches === null) return null
  const { rows } = await sql<{ day: string | null }>`
    select max(t.day)::text as day from (${touches}) t where t.day <= ${today}::date`.execute(tx)
  return rows[0]?.day ?? null
}

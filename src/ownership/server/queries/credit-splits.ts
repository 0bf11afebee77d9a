import { sql } from 'kysely'
import type { Tx } from '../../../platform/server/database/connect.ts'
import type { Day } from '../../../values/day.ts'

export type CreditSplit = {
  rulingId: string
  customerId: string
  from: Day
  /** The last order day; null is without end. */
  until: Day | null
  whole: number
  parts: { personId: string; part: number }[]
}

/**
 * Whose the credit for orders of these customers is instead of the owner's alone (rules 2.3, 6.1): of each case only what
 * its last ruling says. Parts sum to the whole exactly.
 */
export async function creditSplitsOf(tx: Tx, customerIds: readonly string[]): Promise<CreditSplit[]> {
  return await splitsWhere(
    tx,
    sql`s.customer_id = any (${[...customerIds]}::uuid[]) and not exists (select from collision_event later
      where later.organization_id = e.organization_id and later.collision_id = e.collision_id
        and later.act = 'decided' and later.number > e.number)`,
  )
}

/** What the rulings of one case said, each, also those that an appeal replaced. */
export async function splitsOfCase(tx: Tx, collisionId: string): Promise<CreditSplit[]> {
  return await splitsWhere(tx, sql`e.collision_id = ${collisionId}`)
}

async function splitsWhere(tx: Tx, condition: ReturnType<typeof sql>): Promise<CreditSplit[]> {
  const { rows } = await sql<CreditSplit>`
    select s.ruling_id as "rulingId", s.customer_id as "customerId", s.from_day as "from", s.until_day as "until", s.whole,
      (select jsonb_agg(jsonb_build_object('personId', p.person_id, 'part', p.part) order by p.part desc, p.person_id)
        from credit_part p where p.organization_id = s.organization_id and p.ruling_id = s.ruling_id) as parts
    from credit_split s
    join collision_event e on e.organization_id = s.organization_id and e.id = s.ruling_id
    where s.organization_id = app.organization() and ${condition}
    order by s.customer_id, s.from_day, s.ruling_id`.execute(tx)
  return rows
}

import { sql } from 'kysely'
import type { Tx } from '../../../platform/server/database/connect.ts'
import type { Resting } from '../../leaving.ts'

/**
 * How many customers rest with a person today or by what is recorded ahead: owned, and backed up, sponsored or covered.
 * Closed ones count too: they are theirs.
 */
export async function restingWith(tx: Tx, person: string): Promise<Resting> {
  const { rows } = await sql<Resting>`
    select count(distinct customer_id) filter (where role = 'owner')::integer as owned,
      count(distinct customer_id) filter (where role in ('backup', 'sponsor', 'cover'))::integer as backed
    from (
      select customer_id, role from holder where person_id = ${person}::uuid
      union all
      select e.customer_id, e.role from ledger_due d join ledger_entry e using (organization_id, customer_id, line, role, seat)
      where e.from_day = d.due_day and e.person_id = ${person}::uuid
    ) as resting`.execute(tx)
  return rows[0] ?? { owned: 0, backed: 0 }
}

export async function setLeftOn(tx: Tx, person: string, day: string | null): Promise<void> {
  await tx
    .updateTable('person')
    .set((eb) => ({ left_on: day, version: eb('version', '+', 1), updated_at: sql`now()` }))
    .where('id', '=', person)
    .execute()
}

import { sql } from 'kysely'
import type { Tx } from '../../../platform/server/database/connect.ts'

export type NewlyOverdue = {
  readonly id: string
  readonly customerId: string
  readonly personId: string | null
}

/**
 * Marks the promises that are overdue and of which nobody was told yet, and answers whom to tell: who serves the customer
 * today, else who made the promise. In parts, so that a large import doesn't hold a transaction for long.
 */
export async function takeOverdue(tx: Tx, most: number): Promise<NewlyOverdue[]> {
  const { rows } = await sql<NewlyOverdue>`
    select m.id, m.customer_id as "customerId", coalesce(app.server_on(m.customer_id, app.today()), m.made_by) as "personId"
    from promise m where m.organization_id = app.organization() and m.kept_on is null and m.withdrawn_on is null
      and m.due_on < app.today() and m.overdue_told_on is null
    order by m.due_on, m.id limit ${most} for update skip locked`.execute(tx)
  if (rows.length === 0) return rows
  await sql`update promise set overdue_told_on = app.today()
    where organization_id = app.organization() and id = any (${rows.map(({ id }) => id)}::uuid[])`.execute(tx)
  return rows
}

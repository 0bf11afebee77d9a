import { sql } from 'kysely'
import type { Reaction } from '../../../platform/server/database/reactions.ts'

/**
 * Planned visits ahead go to whoever the ledger now says will serve these customers on their day (rule 2.5), and the
 * former owner's visits give no sight of them any more; see app.pass_visits. Doing it again changes nothing.
 */
export const passVisits: Reaction = async (tx, changes, customers) => {
  const { rows } = await sql<{ id: string; customerId: string }>`
    select id, customer_id as "customerId" from app.pass_visits(${[...customers]}::uuid[])`.execute(tx)
  changes.addAll('visit', rows)
}

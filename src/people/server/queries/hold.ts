import { sql } from 'kysely'
import type { Tx } from '../../../platform/server/database/connect.ts'

/**
 * Holds these people as they are until the command ends: nobody's last day is recorded meanwhile. Asked before it is looked
 * at whether they have left, by whatever makes a customer theirs (rule 2.9).
 */
export async function holdPeople(tx: Tx, people: readonly string[]): Promise<void> {
  if (people.length > 0) await sql`select app.hold_people(${[...people]}::uuid[])`.execute(tx)
}

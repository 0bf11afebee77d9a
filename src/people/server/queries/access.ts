import { sql } from 'kysely'
import type { Tx } from '../../../platform/server/database/connect.ts'

export async function setAccessEnded(tx: Tx, person: string, at: Date | null): Promise<void> {
  await tx
    .updateTable('person')
    .set((eb) => ({ access_ended_at: at, version: eb('version', '+', 1), updated_at: sql`now()` }))
    .where('id', '=', person)
    .execute()
}

/** Gives a person the account with which they sign in. */
export async function linkAccount(tx: Tx, person: string, account: string): Promise<void> {
  await tx
    .updateTable('person')
    .set((eb) => ({ user_id: account, version: eb('version', '+', 1), updated_at: sql`now()` }))
    .where('id', '=', person)
    .execute()
}

/** Whether the account is another person of this company already. */
export async function accountTaken(tx: Tx, account: string, person: string): Promise<boolean> {
  const { rows } = await sql`
    select from person where user_id = ${account} and id <> ${person}::uuid`.execute(tx)
  return rows.length > 0
}

/** The account with which a person signs in; null when they have none or aren't there. */
export async function accountOf(tx: Tx, person: string): Promise<string | null> {
  const row = await tx.selectFrom('person').select('user_id').where('id', '=', person).executeTakeFirst()
  return row?.user_id ?? null
}

import { sql } from 'kysely'
import type { Tx } from '../../../platform/server/database/connect.ts'

/** The contact who is in charge of a customer, or null. */
export async function inChargeOf(tx: Tx, customer: string): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`
    select id from contact where customer_id = ${customer} and in_charge`.execute(tx)
  return rows[0]?.id ?? null
}

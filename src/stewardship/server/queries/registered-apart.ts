import { sql } from 'kysely'
import type { Tx } from '../../../platform/server/database/connect.ts'

/** Keeps that a new customer is another outlet than these, in the words of whoever registered it. */
export async function insertRegisteredApart(
  tx: Tx,
  customer: string,
  others: readonly string[],
  reason: string,
): Promise<void> {
  await sql`
    insert into registered_apart (organization_id, customer_id, other_id, reason, person_id)
    select app.organization(), ${customer}, o, ${reason}, app.person()
    from unnest(${[...others]}::uuid[]) as o`.execute(tx)
}

/**
 * Lets one registration after the other look for what an outlet shares with others: two people who register the same one
 * at once can't both find nothing. Held until the transaction ends.
 */
export async function lockKeys(
  tx: Tx,
  keys: readonly { readonly kind: string; readonly key: string }[],
): Promise<void> {
  await sql`
    select pg_advisory_xact_lock(hashtextextended(app.organization() || ' ' || k, 2)) from (
      select distinct k from unnest(${keys.map(({ kind, key }) => `${kind} ${key}`)}::text[]) as k order by 1 offset 0
    ) as ordered`.execute(tx)
}

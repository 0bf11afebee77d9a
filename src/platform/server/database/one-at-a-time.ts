import { sql } from 'kysely'
import type { Actor } from './actor.ts'
import type { Tx } from './connect.ts'

/**
 * Until this transaction ends no other of the company passes the same point: for rules that look at many rows at once
 * (a tree without circles, the last principal), where two commands could each be right and together wrong.
 */
export async function oneAtATime(
  tx: Tx,
  company: Pick<Actor, 'organizationId'>,
  what: string,
): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`${company.organizationId} ${what}`}, 0))`.execute(
    tx,
  )
}

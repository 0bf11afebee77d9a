import { sql } from 'kysely'
import type { Tx } from '../../../platform/server/database/connect.ts'

/** The manager of each of these people on a day, by person; people without one are missing. */
export async function managersOf(
  tx: Tx,
  people: readonly string[],
  day: string,
): Promise<Map<string, string>> {
  const { rows } = await sql<{ person: string; manager: string }>`
    select p.person_id as person, p.manager_id as manager from app.posts_on(${day}::date) p
    where p.person_id = any (${[...people]}::uuid[]) and p.manager_id is not null`.execute(tx)
  return new Map(rows.map(({ person, manager }) => [person, manager]))
}

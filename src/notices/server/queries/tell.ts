import { sql } from 'kysely'
import type { Tx } from '../../../platform/server/database/connect.ts'

export type Row = { id: string; personId: string; kind: string; aboutId: string; facts: object }

/** Those among these people who may be told: still here, and not the ones who do it themselves. */
export async function peopleToTell(tx: Tx, people: readonly string[]): Promise<Set<string>> {
  const { rows } = await sql<{ id: string }>`
    select p.id from person p
    where p.organization_id = app.organization() and p.id = any (${[...people]}::uuid[])
      and p.id is distinct from app.person() and (p.left_on is null or p.left_on >= app.today())`.execute(tx)
  return new Set(rows.map(({ id }) => id))
}

/**
 * Writes notices in one statement and answers the ids of those that were: whoever was told of the same batch already isn't
 * told twice.
 */
export async function insertNotices(tx: Tx, rows: readonly Row[]): Promise<{ id: string }[]> {
  const { rows: told } = await sql<{ id: string }>`
    select n as id from app.tell(${JSON.stringify(rows)}::jsonb) n`.execute(tx)
  return told
}

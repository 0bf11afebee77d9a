import { sql } from 'kysely'
import type { Tx } from '../../../platform/server/database/connect.ts'

/** Ids of people after this one, in order. */
export async function listPersonIds(tx: Tx, after: string | null, limit: number): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from person where organization_id = app.organization()
      and ${after === null ? sql`true` : sql`id > ${after}`} order by id limit ${limit}`.execute(tx)
  return rows.map((row) => row.id)
}

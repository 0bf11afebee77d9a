import { sql } from 'kysely'
import type { Tx } from '../../../platform/server/database/connect.ts'

export type Named = { id: string; name: string; colour: number }

/** People by their ids; one that isn't there is left out. */
export async function peopleNamed(tx: Tx, ids: readonly (string | null)[]): Promise<Map<string, Named>> {
  const wanted = [...new Set(ids)].filter((id) => id !== null)
  const { rows } = await sql<Named>`
    select id, name, colour from person where organization_id = app.organization() and id = any (${wanted}::uuid[])`.execute(
    tx,
  )
  return new Map(rows.map((row) => [row.id, row]))
}

/** A customer that the asker sees, by its id or code. */
export async function customerNamed(
  tx: Tx,
  idOrCode: string,
): Promise<{ id: string; code: string; name: string } | null> {
  const { rows } = await sql<{ id: string; code: string; name: string }>`
    select id, code, name from customer where organization_id = app.organization() and status <> 'removed'
      and (id::text = lower(${idOrCode}) or code = ${idOrCode})
    order by (code = ${idOrCode}) desc limit 1`.execute(tx)
  return rows[0] ?? null
}

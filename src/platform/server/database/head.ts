import { sql } from 'kysely'
import type { Tx } from './connect.ts'

/** The company's newest revision: as long as it stays, nothing of the company's has changed. */
export async function headOf(tx: Tx): Promise<number> {
  const { rows } = await sql<{ revision: number }>`
    select revision from organization_head where organization_id = app.organization()`.execute(tx)
  return rows[0]?.revision ?? 0
}

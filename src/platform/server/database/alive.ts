import { sql } from 'kysely'
import type { Database } from './connect.ts'

/** Whether the database answers. */
export async function isAlive(db: Database): Promise<boolean> {
  return await sql`select 1`.execute(db).then(
    () => true,
    () => false,
  )
}

import { sql } from 'kysely'
import type { Database } from '../database/connect.ts'

/** A value made once per installation and kept in the database, the same for every node. */
export async function keep(db: Database, name: string, make: () => string): Promise<string> {
  await sql`insert into sign_in.kept (name, value) values (${name}, ${make()}) on conflict do nothing`.execute(
    db,
  )
  const { rows } = await sql<{ value: string }>`select value from sign_in.kept where name = ${name}`.execute(
    db,
  )
  const value = rows[0]?.value
  if (value === undefined) throw new Error(`nothing is kept as ${name}`)
  return value
}

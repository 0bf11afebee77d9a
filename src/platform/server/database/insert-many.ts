import { sql } from 'kysely'
import type { Tx } from './connect.ts'

/**
 * Inserts many rows in one statement. The columns are those of the first row, which all rows must have (TypeError); others
 * take their defaults. Answers how many were inserted.
 */
export async function insertMany(
  tx: Tx,
  table: string,
  rows: readonly Readonly<Record<string, unknown>>[],
): Promise<number> {
  const first = rows[0]
  if (first === undefined) return 0
  const names = Object.keys(first)
  const other = rows.find(
    (row) => Object.keys(row).length !== names.length || names.some((name) => !(name in row)),
  )
  if (other !== undefined) throw new TypeError(`a row of ${table} hasn't the columns of the first`)
  const columns = sql.join(names.map((name) => sql.ref(name)))
  const result = await sql`
    insert into ${sql.table(table)} (${columns})
    select ${columns} from jsonb_populate_recordset(null::${sql.table(table)}, ${JSON.stringify(rows)}::jsonb)`.execute(
    tx,
  )
  return Number(result.numAffectedRows ?? 0)
}

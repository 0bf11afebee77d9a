import { sql } from 'kysely'
import type { Tx } from '../../../platform/server/database/connect.ts'
import { wholeCustomer } from '../../ledger.ts'
import { type BusinessLine, linesFrom } from '../../lines.ts'

/** The company's lines of business, with the version of the company's row. */
export async function readLines(tx: Tx): Promise<{ lines: BusinessLine[]; version: number }> {
  const { rows } = await sql<{ kept: unknown; version: number }>`
    select settings -> 'lines' as kept, version from organization where id = app.organization()`.execute(tx)
  const row = rows[0]
  if (row === undefined) throw new Error('the company has vanished')
  return { lines: linesFrom(row.kept), version: row.version }
}

/** Keeps lines if the company is still at this version; false when it isn't. Other settings stay. */
export async function keepLines(tx: Tx, lines: readonly BusinessLine[], version: number): Promise<boolean> {
  const { rows } = await sql`
    update organization set settings = settings || jsonb_build_object('lines', ${JSON.stringify(lines)}::jsonb),
      version = version + 1
    where id = app.organization() and version = ${version} returning id`.execute(tx)
  return rows.length > 0
}

/** Which of these lines somebody was ever responsible for. */
export async function linesUsed(tx: Tx, codes: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ line: string }>`
    select distinct line from ledger_entry where organization_id = app.organization()
      and line = any (${[...codes]}::text[]) and line <> ${wholeCustomer}`.execute(tx)
  return rows.map(({ line }) => line)
}

/** Whether somebody can be responsible for it: the whole customer, or a line of the company. */
export async function isLine(tx: Tx, code: string): Promise<boolean> {
  return code === wholeCustomer || (await readLines(tx)).lines.some((line) => line.code === code)
}

import { sql } from 'kysely'
import type { Tx } from '../../../platform/server/database/connect.ts'
import { type CadenceRules, cadenceRulesFrom } from '../../cadence-rules.ts'

/** The company's rules of cadence, with the version of the company's row. */
export async function readCadenceRules(tx: Tx): Promise<{ rules: CadenceRules; version: number }> {
  const { rows } = await sql<{ kept: unknown; version: number }>`
    select settings -> 'cadence' as kept, version from organization where id = app.organization()`.execute(tx)
  const row = rows[0]
  if (row === undefined) throw new Error('the company has vanished')
  return { rules: cadenceRulesFrom(row.kept), version: row.version }
}

/** Keeps the rules if the company is still at this version; false when it isn't. Other settings stay. */
export async function writeCadenceRules(tx: Tx, cadence: CadenceRules, version: number): Promise<boolean> {
  const { rows } = await sql`
    update organization set settings = settings || jsonb_build_object('cadence', ${JSON.stringify(cadence)}::jsonb),
      version = version + 1
    where id = app.organization() and version = ${version} returning id`.execute(tx)
  return rows.length > 0
}

import { sql } from 'kysely'
import type { Tx } from '../../../platform/server/database/connect.ts'
import { type PoolRules, poolRulesFrom } from '../../rules.ts'

/** The company's rules of protection, pool and claims, with the version of the company's row. */
export async function readPoolRules(tx: Tx): Promise<{ rules: PoolRules; version: number }> {
  const { rows } = await sql<{ kept: unknown; version: number }>`
    select settings -> 'pool' as kept, version from organization where id = app.organization()`.execute(tx)
  const row = rows[0]
  if (row === undefined) throw new Error('the company has vanished')
  return { rules: poolRulesFrom(row.kept), version: row.version }
}

/** Keeps the rules if the company is still at this version; false when it isn't. Other settings stay. */
export async function writePoolRules(tx: Tx, pool: PoolRules, version: number): Promise<boolean> {
  const { rows } = await sql`
    update organization set settings = settings || jsonb_build_object('pool', ${JSON.stringify(pool)}::jsonb),
      version = version + 1
    where id = app.organization() and version = ${version} returning id`.execute(tx)
  return rows.length > 0
}

import { sql } from 'kysely'
import type { Tx } from '../../../platform/server/database/connect.ts'
import { type TierRules, tierRulesFrom } from '../../tier-rules.ts'

/** The company's rules of tiers over the defaults, with the version of the company's row. */
export async function tierRules(tx: Tx): Promise<{ rules: TierRules; version: number }> {
  const { rows } = await sql<{ kept: Partial<TierRules> | null; version: number }>`
    select settings -> 'tiers' as kept, version from organization where id = app.organization()`.execute(tx)
  const row = rows[0]
  if (row === undefined) throw new Error('the company has vanished')
  return { rules: tierRulesFrom(row.kept), version: row.version }
}

/** Keeps rules if the company is still at this version; false when it isn't. */
export async function keepTierRules(tx: Tx, rules: TierRules, version: number): Promise<boolean> {
  const { rows } = await sql`
    update organization set settings = settings || jsonb_build_object('tiers', ${JSON.stringify(rules)}::jsonb),
      version = version + 1
    where id = app.organization() and version = ${version} returning id`.execute(tx)
  return rows.length > 0
}

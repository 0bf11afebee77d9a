import { sql } from 'kysely'
import type { Tx } from '../../../platform/server/database/connect.ts'
import type { Need } from '../../coverage.ts'
import { type Measure, coverageOfEach, planForMany, tierWeight, weight } from './coverage.ts'
import { type Members, customersOf, isMany } from './exposure.ts'

export type Fix = {
  id: string
  code: string
  name: string
  tier: 'A' | 'B' | 'C' | null
  ownerId: string
  /** Who really knows it, the last to deal with it first. */
  knownBy: string[]
  alone: boolean
  channels: number
  missing: Need[]
  /** What it bought in twelve months, in minor units as exact text; null when no sale is known. */
  sold: string | null
}

/**
 * The customers that lack something, where putting it right avoids most harm first (harm.ts), and how many there are. Only
 * those with an owner: in the pool there is nobody to stand in for.
 */
export async function fixesOf(
  tx: Tx,
  measure: Measure,
  asked: {
    readonly members: Members
    readonly seesAll: boolean
    readonly page: number
    readonly size: number
  },
): Promise<{ fixes: Fix[]; total: number }> {
  const { members, seesAll, page, size } = asked
  if (isMany(members)) await planForMany(tx)
  const { rows } = await sql<Fix & { total: number }>`
    with ${coverageOfEach(measure, customersOf(measure, members, seesAll))}
    select id, code, name, tier, owner as "ownerId", alone, channels, missing, sold::text as sold,
      coalesce((select array_agg(pair.person_id) from pair where pair.customer_id = each.id), '{}') as "knownBy",
      count(*) over ()::int as total
    from each where cardinality(missing) > 0 and owner is not null
    order by coalesce(sold, 0) * ${weight} desc, ${tierWeight} * ${weight} desc, lower(name), id
    limit ${size}::int offset ${(page - 1) * size}::bigint`.execute(tx)
  return {
    fixes: rows.map(({ total: _total, ...fix }) => fix),
    total: rows[0]?.total ?? 0,
  }
}

import { sql } from 'kysely'
import type { Tx } from '../../../platform/server/database/connect.ts'
import type { Covering } from '../../territory.ts'

/** Every area with what it covers. */
export async function coveringTerritories(tx: Tx): Promise<Covering[]> {
  const { rows } = await sql<{ id: string; name: string; covers: Partial<Covering['covers']> }>`
    select id, name, covers from territory`.execute(tx)
  return rows.map(({ id, name, covers }) => ({
    id,
    name,
    covers: { countries: covers.countries ?? [], regions: covers.regions ?? [], cities: covers.cities ?? [] },
  }))
}

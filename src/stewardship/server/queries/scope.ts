import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../../../platform/server/database/connect.ts'

/**
 * Which customers a steward answers for (rule 1.3), as a condition on a customer's area: those in the areas they are named
 * for, and those in no area or in one without a steward, which fall to all.
 */
export function inScope(
  whose: 'mine' | 'all',
  area: RawBuilder<unknown> = sql`c.territory_id`,
): RawBuilder<unknown> {
  if (whose === 'all') return sql`true`
  return sql`(${area} is null or ${area} in (select t.id from territory t
    where t.organization_id = app.organization() and (t.steward_id is null or t.steward_id = app.person())))`
}

/** The areas that the asker is steward of. */
export async function areasOf(tx: Tx): Promise<{ id: string; name: string }[]> {
  const { rows } = await sql<{ id: string; name: string }>`
    select id, name from territory where organization_id = app.organization() and steward_id = app.person()
    order by lower(name)`.execute(tx)
  return rows
}

/** Whether the company has divided its customers into areas at all. */
export async function hasAreas(tx: Tx): Promise<boolean> {
  const { rows } =
    await sql`select from territory where organization_id = app.organization() limit 1`.execute(tx)
  return rows.length > 0
}

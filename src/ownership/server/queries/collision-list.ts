import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../../../platform/server/database/connect.ts'
import type { Day } from '../../../values/day.ts'
import { lastStage } from './collision-case.ts'

/** `collision k` that the asker may read: as a side, as whoever answers for one, or as a keeper of the whole register. */
const seen = sql`((select app.may('collisions.rule') and app.may('customers.read.all'))
  or exists (select from collision_claim c where c.organization_id = k.organization_id and c.collision_id = k.id
    and c.person_id = any ((select app.people())::uuid[])))`

const states: Readonly<Record<'open' | 'all', (today: Day) => RawBuilder<unknown>>> = {
  open: (today) =>
    sql`(s.stage in ('open', 'appealed') or (s.stage = 'ruled' and s.due_day >= ${today}::date))`,
  all: () => sql`true`,
}

/** The cases that the asker may read, those that wait first and of them the most pressing; page by page. */
export async function listCases(
  tx: Tx,
  state: 'open' | 'all',
  today: Day,
  size: number,
  offset: number,
): Promise<{ ids: string[]; total: number }> {
  const { rows } = await sql<{ id: string; total: number }>`
    select k.id, count(*) over () as total from collision k ${lastStage}
    where k.organization_id = app.organization() and ${seen} and ${states[state](today)}
    order by case when s.stage in ('open', 'appealed') then 0 when s.stage = 'ruled' and s.due_day >= ${today}::date then 1
      else 2 end, s.due_day nulls last, k.id desc
    limit ${size} offset ${offset}`.execute(tx)
  return { ids: rows.map(({ id }) => id), total: rows[0]?.total ?? 0 }
}

import { sql } from 'kysely'
import type { Tx } from '../../../platform/server/database/connect.ts'

/**
 * Who is to decide what the asker wants changed of a customer (rule 1.4): the area's steward; without one the asker's
 * manager; without one the data stewards, else the principals.
 */
export async function decidersOf(tx: Tx, customer: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    with candidates (id, turn) as (
      select t.steward_id, 1 from customer c
      join territory t on t.organization_id = c.organization_id and t.id = c.territory_id
      where c.organization_id = app.organization() and c.id = ${customer} and t.steward_id is not null
      union all
      select m.id, 2 from app.managers_of(app.person(), app.today()) m where m.height = 1
      union all
      select r.person_id, case r.role when 'steward' then 3 else 4 end from person_role r
      where r.organization_id = app.organization() and r.role in ('steward', 'principal')
    ), able as (
      select c.id, c.turn from candidates c
      join person p on p.organization_id = app.organization() and p.id = c.id
      where p.id is distinct from app.person() and (p.left_on is null or p.left_on >= app.today())
        and exists (select from person_role r where r.organization_id = p.organization_id and r.person_id = p.id
          and r.role in ('principal', 'manager', 'steward'))
    )
    select distinct id from able where turn = (select min(turn) from able)`.execute(tx)
  return rows.map(({ id }) => id)
}

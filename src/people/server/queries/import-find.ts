import { sql } from 'kysely'
import { byId, idsByRow } from '../../../imports/server/queries/records.ts'
import type { Existing, ImportContext, StagedRow } from '../../../imports/server/target.ts'
import { inSmallLetters } from '../../../imports/keys.ts'
import type { Tx } from '../../../platform/server/database/connect.ts'

const tries = {
  code: sql`p.code = a.code`,
  email: sql`lower(p.email) = a.email`,
  name: sql`lower(p.name) = a.name`,
} as const

/** The person that each row means by a key; of several namesakes the one who is here, then the first who came. */
export async function findPeople(
  tx: Tx,
  key: string,
  rows: readonly StagedRow[],
): Promise<Map<number, string>> {
  const asked = rows.map((row) => ({
    row: row.row,
    code: row.values['code'] ?? null,
    email: inSmallLetters(row.values, 'email'),
    name: inSmallLetters(row.values, 'name'),
  }))
  const { rows: found } = await sql<{ row: number; id: string }>`
    select distinct on (a.row) a.row, p.id
    from jsonb_to_recordset(${JSON.stringify(asked)}::jsonb) as a(row integer, code text, email text, name text)
    join person p on p.organization_id = app.organization() and ${tries[key as keyof typeof tries]}
    order by a.row, p.left_on desc nulls first, p.id`.execute(tx)
  return idsByRow(found)
}

/**
 * People as files speak of them: with the post of today (the first one of somebody who is still to come), team and
 * manager by name and code.
 */
export async function loadPeople(
  tx: Tx,
  ids: readonly string[],
  context: Pick<ImportContext, 'today'>,
  lock: boolean,
): Promise<Map<string, Existing>> {
  if (ids.length === 0) return new Map()
  if (lock)
    await sql`select id from person where id = any (${[...ids]}::uuid[]) order by id for update`.execute(tx)
  const { rows } = await sql<Existing>`
    select p.id, p.version, jsonb_build_object('code', p.code, 'name', p.name, 'title', nullif(o.title, ''),
      'role', case when exists (select from person_role r where r.organization_id = p.organization_id
          and r.person_id = p.id and r.role = 'manager') then 'manager'
        when exists (select from person_role r where r.organization_id = p.organization_id
          and r.person_id = p.id and r.role = 'salesperson') then 'salesperson' end,
      'hired_on', p.hired_on, 'left_on', p.left_on, 'email', p.email, 'phone', p.phone, 'phone_e164', p.phone_e164,
      'city', p.city, 'country', p.country, 'language', p.language, 'languages', p.languages, 'skills', p.skills,
      'team', t.name, 'manager', m.code) as values
    from person p
    left join lateral (
      select * from posting o where o.organization_id = p.organization_id and o.person_id = p.id
      order by o.from_day <= ${context.today}::date desc,
        case when o.from_day <= ${context.today}::date then o.from_day end desc, o.from_day limit 1
    ) o on true
    left join team t on t.organization_id = o.organization_id and t.id = o.team_id
    left join person m on m.organization_id = o.organization_id and m.id = o.manager_id
    where p.organization_id = app.organization() and p.id = any (${[...ids]}::uuid[])`.execute(tx)
  return byId(rows)
}

import { sql } from 'kysely'
import type { Tx } from '../../../platform/server/database/connect.ts'

export type Named = { id: string; name: string; colour: number | null; kind: 'team' | 'person' }

const here = (day: string, table: string) => sql`
  (${sql.ref(`${table}.left_on`)} is null or ${sql.ref(`${table}.left_on`)} >= ${day}::date)`

/** The name of a team or person and who is looked at by it: the team's people on the day, or the one. Null when there is none. */
export async function membersOf(
  tx: Tx,
  scope: 'team' | 'person',
  id: string,
  day: string,
): Promise<{ named: Named; people: string[] } | null> {
  const [named] = await namedAmong(tx, [id])
  if (named === undefined || named.kind !== scope) return null
  if (scope === 'person') return { named, people: [id] }
  const { rows } = await sql<{ id: string }>`
    select o.person_id as id from app.posts_on(${day}::date) o
    join person p on p.organization_id = o.organization_id and p.id = o.person_id
    where o.team_id = ${id}::uuid and ${here(day, 'p')}`.execute(tx)
  return { named, people: rows.map((row) => row.id) }
}

/** Who reports to this person on a day, or to nobody who is still here. */
export async function reportsOf(tx: Tx, manager: string | null, day: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select p.id from person p left join app.posts_on(${day}::date) o on o.person_id = p.id
    left join person m on m.organization_id = p.organization_id and m.id = o.manager_id and ${here(day, 'm')}
    where p.organization_id = app.organization() and ${here(day, 'p')}
      and ${manager === null ? sql`m.id is null` : sql`m.id = ${manager}::uuid`}`.execute(tx)
  return rows.map((row) => row.id)
}

/** Which teams and people these ids are. */
export async function namedAmong(tx: Tx, ids: readonly string[]): Promise<Named[]> {
  const wanted = [...ids]
  const { rows } = await sql<Named>`
    select id, name, colour, 'person' as kind from person
    where organization_id = app.organization() and id = any (${wanted}::uuid[])
    union all
    select id, name, null, 'team' from team where organization_id = app.organization() and id = any (${wanted}::uuid[])`.execute(
    tx,
  )
  return rows
}

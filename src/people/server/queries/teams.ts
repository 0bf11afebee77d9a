import { sql } from 'kysely'
import type { Tx } from '../../../platform/server/database/connect.ts'
import type { Team } from '../../schema/team.ts'

export async function teamsOn(tx: Tx, day: string): Promise<Team[]> {
  const { rows } = await sql<Team>`
    with members as (
      select o.team_id, count(*)::integer as n from app.posts_on(${day}::date) o
      join person p on p.organization_id = o.organization_id and p.id = o.person_id
      where (p.hired_on is null or p.hired_on <= ${day}::date) and (p.left_on is null or p.left_on >= ${day}::date)
      group by o.team_id
    )
    select t.id, t.name, t.version, coalesce(m.n, 0) as members
    from team t left join members m on m.team_id = t.id order by lower(t.name), t.id`.execute(tx)
  return rows
}

export async function insertTeam(tx: Tx, organization: string, id: string, name: string): Promise<void> {
  await tx.insertInto('team').values({ organization_id: organization, id, name }).execute()
}

/** Null when the team isn't as it was seen. */
export async function renameTeam(tx: Tx, id: string, version: number, name: string): Promise<number | null> {
  const row = await tx
    .updateTable('team')
    .set((eb) => ({ name, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .where('version', '=', version)
    .returning('version')
    .executeTakeFirst()
  return row?.version ?? null
}

export async function deleteTeam(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom('team').where('id', '=', id).execute()
}

/** What is known of a team: how many posts, ever, name it; null when there is no such team. */
export async function postsInTeam(tx: Tx, id: string): Promise<number | null> {
  const { rows } = await sql<{ posts: number }>`
    select (select count(*)::integer from posting where team_id = ${id}::uuid) as posts
    from team where id = ${id}::uuid`.execute(tx)
  return rows[0]?.posts ?? null
}

/** Whether another team has this name; case doesn't count. */
export async function teamNamed(tx: Tx, name: string, except: string | null): Promise<boolean> {
  const { rows } = await sql`
    select from team where lower(name) = lower(${name}) and id is distinct from ${except}::uuid`.execute(tx)
  return rows.length > 0
}

import { sql } from 'kysely'
import type { Tx } from '../../../platform/server/database/connect.ts'
import type { PostingInput } from '../../schema/posting.ts'
import type { Reporting } from '../../tree.ts'

/** Every change point of the company: what the rule against circles looks at. */
export async function reportings(tx: Tx): Promise<(Reporting & { id: string })[]> {
  return await tx
    .selectFrom('posting')
    .select(['id', 'person_id as personId', 'from_day as fromDay', 'manager_id as managerId'])
    .execute()
}

export async function insertPosting(
  tx: Tx,
  organization: string,
  id: string,
  person: string,
  post: PostingInput,
  by: string | null,
): Promise<void> {
  await tx
    .insertInto('posting')
    .values({
      organization_id: organization,
      id,
      person_id: person,
      from_day: post.fromDay,
      title: post.title,
      team_id: post.teamId,
      manager_id: post.managerId,
      recorded_by: by,
    })
    .execute()
}

export async function updatePosting(
  tx: Tx,
  id: string,
  post: PostingInput,
  by: string | null,
): Promise<void> {
  await tx
    .updateTable('posting')
    .set({
      from_day: post.fromDay,
      title: post.title,
      team_id: post.teamId,
      manager_id: post.managerId,
      recorded_by: by,
      recorded_at: sql`now()`,
    })
    .where('id', '=', id)
    .execute()
}

export async function deletePosting(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom('posting').where('id', '=', id).execute()
}

/** Which of a team and a manager that a post names are not there, or no longer: a manager must not have left before. */
export async function missingOf(tx: Tx, post: PostingInput): Promise<'team' | 'manager' | 'left' | null> {
  const { rows } = await sql<{ team: boolean; manager: boolean; left: boolean }>`
    select ${post.teamId}::uuid is null or exists (select from team where id = ${post.teamId}::uuid) as team,
      ${post.managerId}::uuid is null or exists (select from person where id = ${post.managerId}::uuid) as manager,
      exists (select from person where id = ${post.managerId}::uuid and left_on < ${post.fromDay}::date) as left`.execute(
    tx,
  )
  const [there] = rows
  if (there?.team !== true) return 'team'
  if (!there.manager) return 'manager'
  return there.left ? 'left' : null
}

/**
 * From `day` on, everybody who reports to one person reports to another: a new change point where the post began
 * earlier, the post itself where it begins later. Answers the posts written.
 */
export async function moveReports(
  tx: Tx,
  from: string,
  to: string | null,
  day: string,
  newIds: readonly string[],
  by: string | null,
): Promise<{ id: string }[]> {
  const { rows } = await sql<{ id: string }>`
    with later as (
      update posting set manager_id = ${to}::uuid, recorded_by = ${by}::uuid, recorded_at = now()
      where manager_id = ${from}::uuid and from_day >= ${day}::date returning id
    ), standing as (
      select p.*, row_number() over (order by p.person_id) as n from app.posts_on(${day}::date - 1) p
      join person q on q.organization_id = p.organization_id and q.id = p.person_id
      where p.manager_id = ${from}::uuid and (q.left_on is null or q.left_on >= ${day}::date)
        and not exists (select from posting x where x.organization_id = p.organization_id
          and x.person_id = p.person_id and x.from_day = ${day}::date)
    ), begun as (
      insert into posting (organization_id, id, person_id, from_day, title, team_id, manager_id, recorded_by)
      select s.organization_id, i.id, s.person_id, ${day}::date, s.title, s.team_id, ${to}::uuid, ${by}::uuid
      from standing s join unnest(${newIds}::uuid[]) with ordinality as i(id, n) using (n) returning id
    )
    select id from later union all select id from begun`.execute(tx)
  return rows
}

/** How many people report to somebody on a day. */
export async function countReports(tx: Tx, person: string, day: string): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::integer as n from app.posts_on(${day}::date) where manager_id = ${person}::uuid`.execute(
    tx,
  )
  return rows[0]?.n ?? 0
}

/** Whom a person reports to on a day. */
export async function managerOn(tx: Tx, person: string, day: string): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`
    select id from app.managers_of(${person}::uuid, ${day}::date) where height = 1`.execute(tx)
  return rows[0]?.id ?? null
}

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

/** Who reports to a person when `day` begins (and is still here), and their posts from that day on that say so. */
export async function reportsFrom(
  tx: Tx,
  manager: string,
  day: string,
): Promise<{ standing: string[]; later: string[] }> {
  const { rows: standing } = await sql<{ id: string }>`
    select o.person_id as id from app.posts_on(${day}::date - 1) o
    join person p on p.organization_id = o.organization_id and p.id = o.person_id
    where o.manager_id = ${manager}::uuid and (p.left_on is null or p.left_on >= ${day}::date)
      and not exists (select from posting x where x.organization_id = o.organization_id
        and x.person_id = o.person_id and x.from_day = ${day}::date)`.execute(tx)
  const later = await tx
    .selectFrom('posting')
    .select('id')
    .where('manager_id', '=', manager)
    .where('from_day', '>=', day)
    .execute()
  return { standing: standing.map((row) => row.id), later: later.map((row) => row.id) }
}

/** These people go on from `day` in the post they have then, under another manager: a new change point each. */
export async function continueUnder(
  tx: Tx,
  people: readonly { id: string; postingId: string }[],
  manager: string | null,
  day: string,
  by: string | null,
): Promise<void> {
  await sql`
    insert into posting (organization_id, id, person_id, from_day, title, team_id, manager_id, recorded_by)
    select o.organization_id, n.posting, o.person_id, ${day}::date, o.title, o.team_id, ${manager}::uuid, ${by}::uuid
    from app.posts_on(${day}::date - 1) o
    join unnest(${people.map((one) => one.id)}::uuid[], ${people.map((one) => one.postingId)}::uuid[])
      as n(person, posting) on n.person = o.person_id`.execute(tx)
}

/** These posts are under another manager. */
export async function putUnder(
  tx: Tx,
  postings: readonly string[],
  manager: string | null,
  by: string | null,
): Promise<void> {
  await tx
    .updateTable('posting')
    .set({ manager_id: manager, recorded_by: by, recorded_at: sql`now()` })
    .where('id', 'in', [...postings])
    .execute()
}

/** Whom a person reports to on a day. */
export async function managerOn(tx: Tx, person: string, day: string): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`
    select id from app.managers_of(${person}::uuid, ${day}::date) where height = 1`.execute(tx)
  return rows[0]?.id ?? null
}

import { sql } from 'kysely'
import type { ChangedRecord, ImportContext, NewRecord } from '../../../imports/server/target.ts'
import type { Changes } from '../../../platform/server/database/changes.ts'
import type { Tx } from '../../../platform/server/database/connect.ts'
import { newId } from '../../../platform/server/uuid.ts'

type Context = ImportContext & { readonly undoing: boolean }

/** Teams that the rows name and nobody has made yet. */
export async function makeTeams(
  tx: Tx,
  changes: Changes,
  created: readonly NewRecord[],
  updated: readonly ChangedRecord[],
  { organizationId }: ImportContext,
): Promise<void> {
  const named = [
    ...created.map(({ values }) => values['team']),
    ...updated.map(({ fields }) => fields['team']?.[1]),
  ].filter((name) => typeof name === 'string')
  const byName = new Map(named.map((name) => [name.toLowerCase(), name]))
  if (byName.size === 0) return
  const { rows: known } = await sql<{ name: string }>`
    select lower(name) as name from team where lower(name) = any (${[...byName.keys()]}::text[])`.execute(tx)
  for (const { name } of known) byName.delete(name)
  const teams = [...byName.values()].map((name) => ({ organization_id: organizationId, id: newId(), name }))
  if (teams.length === 0) return
  await tx.insertInto('team').values(teams).execute()
  changes.addAll('team', teams)
}

/** The first post of each new person, from the day they were hired. A manager who is not here yet is linked later. */
export async function beginPosts(
  tx: Tx,
  changes: Changes,
  created: readonly NewRecord[],
  context: ImportContext,
): Promise<void> {
  const posts = created
    .filter(({ values }) => ['title', 'team', 'manager'].some((name) => values[name] !== undefined))
    .map(({ id, values }) => ({
      id: newId(),
      person: id,
      from_day: values['hired_on'] ?? context.today,
      title: values['title'] ?? '',
      team: values['team'],
      manager: values['manager'],
    }))
  if (posts.length === 0) return
  await sql`
    insert into posting (organization_id, id, person_id, from_day, title, team_id, manager_id, recorded_by, import_id)
    select app.organization(), r.id, r.person, r.from_day, r.title, t.id, m.id, ${context.personId}::uuid,
      ${context.importId}::uuid
    from jsonb_to_recordset(${JSON.stringify(posts)}::jsonb)
      as r(id uuid, person uuid, from_day date, title text, team text, manager text)
    left join team t on t.organization_id = app.organization() and lower(t.name) = lower(r.team)
    left join person m on m.organization_id = app.organization() and m.code = r.manager and m.id <> r.person`.execute(
    tx,
  )
  changes.addAll('posting', posts)
}

type Moved = {
  person: string
  posting: string | null
  brought: boolean
  begun: boolean
  title: string
  teamId: string | null
  managerId: string | null
}

/**
 * What files say anew of somebody's post holds from today; a post that begins today, or is still to come, or that this
 * same import brought, is set right in place. Undone, what the import began goes again.
 */
export async function changePosts(
  tx: Tx,
  changes: Changes,
  updated: readonly Pick<ChangedRecord, 'id' | 'fields'>[],
  context: Context,
): Promise<void> {
  if (updated.length === 0) return
  const moved = await postsAnew(tx, updated, context)
  const gone = moved.filter((one) => context.undoing && one.brought)
  const rest = moved.filter((one) => !gone.includes(one))
  const right = rest.filter((one) => one.posting !== null && (one.brought || one.begun || context.undoing))
  const begin = rest.filter((one) => !right.includes(one)).map((one) => ({ ...one, id: newId() }))
  if (gone.length > 0) {
    await sql`delete from posting where id = any (${gone.map((one) => one.posting)}::uuid[])`.execute(tx)
    changes.addAll('posting', postingsOf(gone), true)
  }
  if (right.length > 0) {
    await sql`
      update posting o set title = r.title, team_id = r."teamId", manager_id = r."managerId"
      from jsonb_to_recordset(${JSON.stringify(right)}::jsonb)
        as r(posting uuid, title text, "teamId" uuid, "managerId" uuid)
      where o.organization_id = app.organization() and o.id = r.posting`.execute(tx)
    changes.addAll('posting', postingsOf(right))
  }
  if (begin.length > 0) {
    await sql`
      insert into posting (organization_id, id, person_id, from_day, title, team_id, manager_id, recorded_by, import_id)
      select app.organization(), r.id, r.person, ${context.today}::date, r.title, r."teamId", r."managerId",
        ${context.personId}::uuid, ${context.importId}::uuid
      from jsonb_to_recordset(${JSON.stringify(begin)}::jsonb)
        as r(id uuid, person uuid, title text, "teamId" uuid, "managerId" uuid)`.execute(tx)
    changes.addAll('posting', begin)
  }
}

const postingsOf = (moved: readonly Moved[]) => moved.map((one) => ({ id: one.posting ?? '' }))

/** The posts that differ from what the rows say, as they should be. */
async function postsAnew(
  tx: Tx,
  updated: readonly Pick<ChangedRecord, 'id' | 'fields'>[],
  context: Context,
): Promise<Moved[]> {
  const says = updated.map(({ id, fields }) => ({
    id,
    sets: Object.keys(fields),
    title: fields['title']?.[1] ?? '',
    team: fields['team']?.[1] ?? null,
    manager: fields['manager']?.[1] ?? null,
  }))
  const { rows } = await sql<Moved>`
    with said as (
      select r.id as person, o.id as posting, o.title as was, o.team_id, o.manager_id,
        coalesce(o.import_id = ${context.importId}::uuid, false) as brought,
        coalesce(o.from_day >= ${context.today}::date, false) as begun,
        case when 'title' = any (r.sets) then r.title else coalesce(o.title, '') end as title,
        case when 'team' = any (r.sets) then t.id else o.team_id end as "teamId",
        case when 'manager' = any (r.sets) and (r.manager is null or m.id is not null) then m.id else o.manager_id end
          as "managerId"
      from jsonb_to_recordset(${JSON.stringify(says)}::jsonb) as r(id uuid, sets text[], title text, team text, manager text)
      left join lateral (
        select * from posting o where o.organization_id = app.organization() and o.person_id = r.id
        order by o.from_day <= ${context.today}::date desc,
          case when o.from_day <= ${context.today}::date then o.from_day end desc, o.from_day limit 1
      ) o on true
      left join team t on t.organization_id = app.organization() and lower(t.name) = lower(r.team)
      left join lateral (
        select p.id from person p where p.organization_id = app.organization() and p.id <> r.id
          and (p.code = r.manager or lower(p.name) = lower(r.manager) or lower(p.email) = lower(r.manager))
        order by p.code = r.manager desc, p.id limit 1
      ) m on true
    )
    select person, posting, brought, begun, title, "teamId", "managerId" from said
    where posting is null or (was, team_id, manager_id) is distinct from (title, "teamId", "managerId")`.execute(
    tx,
  )
  return rows
}

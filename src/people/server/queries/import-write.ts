import { sql } from 'kysely'
import type { ChangedRecord, ImportContext, NewRecord } from '../../../imports/server/target.ts'
import type { FieldChanges } from '../../../imports/target.ts'
import { noteAccess } from '../../../platform/server/access-log.ts'
import type { Changes } from '../../../platform/server/database/changes.ts'
import type { Tx } from '../../../platform/server/database/connect.ts'
import { oneAtATime } from '../../../platform/server/database/one-at-a-time.ts'
import { personColumns, postValues } from '../../import-target.ts'
import { findLoop } from '../../tree.ts'
import { beginPosts, changePosts, makeTeams } from './import-posts.ts'
import { putPeopleInSearch } from './person.ts'
import { reportings } from './postings.ts'

export type WriteContext = ImportContext & { readonly undoing: boolean }
type Rows = { readonly created: readonly NewRecord[]; readonly updated: readonly ChangedRecord[] }

/** Writes new people with a first post and role, and changes of people, with search words and change feed. */
export async function writePeople(
  tx: Tx,
  changes: Changes,
  { created, updated }: Rows,
  context: WriteContext,
): Promise<void> {
  const ids = [...created, ...updated].map((row) => row.id)
  if (ids.length === 0) return
  await oneAtATime(tx, context, 'tree of managers')
  await makeTeams(tx, changes, created, updated, context)
  if (created.length > 0) {
    await insertPeople(tx, created)
    await giveFirstRoles(tx, changes, created, context)
    await beginPosts(tx, changes, created, context)
  }
  if (updated.length > 0) {
    await updatePeople(tx, updated)
    await changePosts(tx, changes, updated.filter(movesPost), context)
  }
  await putPeopleInSearch(tx, ids)
  changes.addAll(
    'person',
    ids.map((id) => ({ id })),
  )
}

const movesPost = ({ fields }: ChangedRecord) => postValues.some((name) => fields[name] !== undefined)

async function insertPeople(tx: Tx, created: readonly NewRecord[]): Promise<void> {
  const rows = created.map(({ id, values }, at) => ({ languages: [], skills: [], ...values, id, at }))
  await sql`
    insert into person (organization_id, id, code, name, hired_on, left_on, email, phone, phone_e164, city, country,
      language, languages, skills, colour)
    select app.organization(), r.id,
      coalesce(r.code, 'P-' || n.last + count(*) filter (where r.code is null) over (order by r.at)), r.name, r.hired_on,
      r.left_on, r.email, r.phone, r.phone_e164, r.city, r.country, r.language, r.languages, r.skills,
      ((n.people + r.at) % 1000)::smallint
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(id uuid, at integer, code text, name text,
      hired_on date, left_on date, email text, phone text, phone_e164 text, city text, country text, language text,
      languages text[], skills text[])
    cross join (select count(*) as people, coalesce(max(substring(code from '^P-(\\d{1,9})$')::integer), 0) as last
      from person where organization_id = app.organization()) n`.execute(tx)
}

/** Roles of people who came by file: what the file says, else the guess; noted together, not each. */
async function giveFirstRoles(
  tx: Tx,
  changes: Changes,
  created: readonly NewRecord[],
  context: WriteContext,
): Promise<void> {
  const rows = created.map(({ id, values }) => ({ id, role: values['role'] ?? values['guessed_role'] }))
  await sql`
    insert into person_role (organization_id, person_id, role, granted_by)
    select app.organization(), r.id, r.role, ${context.personId}::uuid
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(id uuid, role text)
    on conflict do nothing`.execute(tx)
  changes.addAll('person_role', rows)
  const actor = { ...context, userId: null, may: [], people: [] }
  await noteAccess(tx, actor, {
    action: 'roles.imported',
    entity: 'import',
    entityId: context.importId,
    rowCount: rows.length,
  })
}

const plain = new Set<string>(personColumns)

/** The changed columns with their new values; lists are never null. */
function setOf(fields: FieldChanges): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields)
      .filter(([name]) => plain.has(name))
      .map(([name, [, now]]) => [name, name === 'languages' || name === 'skills' ? (now ?? []) : now]),
  )
}

/** A corrected hire date takes the post that began on it along. */
async function updatePeople(tx: Tx, updated: readonly ChangedRecord[]): Promise<void> {
  const rows = updated.map(({ id, fields }) => ({ id, set: setOf(fields) }))
  const columns = personColumns.map((name) => sql`${sql.ref(name)} = n.${sql.ref(name)}`)
  await sql`
    update posting o set from_day = (r.set ->> 'hired_on')::date
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(id uuid, set jsonb)
    join person p on p.organization_id = app.organization() and p.id = r.id
    where o.organization_id = app.organization() and o.person_id = p.id and o.from_day = p.hired_on
      and r.set ->> 'hired_on' is not null
      and not exists (select from posting x where x.organization_id = o.organization_id and x.person_id = o.person_id
        and x.from_day = (r.set ->> 'hired_on')::date)`.execute(tx)
  await sql`
    update person p set ${sql.join(columns)}, version = p.version + 1, updated_at = now()
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(id uuid, set jsonb)
    join person o on o.organization_id = app.organization() and o.id = r.id
    cross join lateral jsonb_populate_record(o, r.set) n
    where p.organization_id = app.organization() and p.id = r.id`.execute(tx)
}

/** Managers who stood further down in the file. Afterwards the tree must still be one, on every day. */
export async function linkManagers(
  tx: Tx,
  changes: Changes,
  rows: readonly NewRecord[],
  context: ImportContext,
): Promise<void> {
  const naming = rows.flatMap(({ id, values }) =>
    typeof values['manager'] === 'string'
      ? [{ id, fields: { manager: [null, values['manager']] as const }, row: 0 }]
      : [],
  )
  if (naming.length === 0) return
  await oneAtATime(tx, context, 'tree of managers')
  await changePosts(tx, changes, naming, { ...context, undoing: false })
  if (findLoop(await reportings(tx)) !== null) {
    throw new Error('the file would have made somebody report to themselves')
  }
}

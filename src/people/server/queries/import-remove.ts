import { sql } from 'kysely'
import type { ImportContext } from '../../../imports/server/target.ts'
import type { Changes } from '../../../platform/server/database/changes.ts'
import type { Tx } from '../../../platform/server/database/connect.ts'

type Reason = 'changed-since' | 'has-later-work'

/** People who were changed since, can sign in, hold customers, lead others, or have a post that came otherwise. */
async function kept(tx: Tx, ids: readonly string[], importId: string): Promise<Map<string, Reason>> {
  const asked = sql`${[...ids]}::uuid[]`
  const { rows } = await sql<{ id: string; why: Reason }>`
    select distinct on (id) id, why from (
      select p.id, 'changed-since' as why from person p where p.id = any (${asked}) and p.version > 1
      union all
      select o.person_id, 'changed-since' from posting o
        where o.person_id = any (${asked}) and o.import_id is distinct from ${importId}::uuid
      union all
      select p.id, 'has-later-work' from person p where p.id = any (${asked}) and (p.user_id is not null
        or exists (select from ledger_entry e where e.organization_id = p.organization_id and e.person_id = p.id)
        or exists (select from posting o where o.organization_id = p.organization_id and o.manager_id = p.id
          and o.import_id is distinct from ${importId}::uuid)
        or exists (select from invitation i where i.organization_id = p.organization_id and i.person_id = p.id)
        or exists (select from agreement a where a.organization_id = p.organization_id and a.person_id = p.id)
        or exists (select from person_territory t where t.organization_id = p.organization_id and t.person_id = p.id)
        or exists (select from territory t where t.organization_id = p.organization_id and t.steward_id = p.id))
    ) as found order by id, why desc`.execute(tx)
  return new Map(rows.map((row) => [row.id, row.why]))
}

/** Takes away people that an import made, with their posts and roles; answers those that stay, and why. */
export async function removePeople(
  tx: Tx,
  changes: Changes,
  ids: readonly string[],
  context: ImportContext,
): Promise<Map<string, Reason>> {
  const staying = await kept(tx, ids, context.importId)
  const leaving = ids.filter((id) => !staying.has(id)).toSorted()
  if (leaving.length === 0) return staying
  // Whoever reports to them came with the same file and goes next, or stays with nobody above.
  const { rows: freed } = await sql<{ id: string }>`
    select id from posting where manager_id = any (${leaving}::uuid[])`.execute(tx)
  if (freed.length > 0)
    await sql`update posting set manager_id = null where id = any (${freed.map((one) => one.id)}::uuid[])`.execute(
      tx,
    )
  changes.addAll('posting', freed)
  const { rows: posts } = await sql<{ id: string }>`
    select id from posting where person_id = any (${leaving}::uuid[])`.execute(tx)
  if (posts.length > 0)
    await sql`delete from posting where id = any (${posts.map((one) => one.id)}::uuid[])`.execute(tx)
  changes.addAll('posting', posts, true)
  await sql`delete from person_role where person_id = any (${leaving}::uuid[])`.execute(tx)
  await sql`delete from person where id = any (${leaving}::uuid[])`.execute(tx)
  await sql`select app.drop_search_text('person', ${leaving}::uuid[])`.execute(tx)
  const gone = leaving.map((id) => ({ id }))
  changes.addAll('person_role', gone, true)
  changes.addAll('person', gone, true)
  return staying
}

import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { ImportContext, ToWrite } from '../../../imports/server/target.ts'
import type { Changes } from '../../../platform/server/database/changes.ts'
import type { Tx } from '../../../platform/server/database/connect.ts'

/** The id that an area named in a file will have: the same at every check and in the run, so that nothing is written before. */
export function areaIdFor(importId: string, name: string): string {
  const hex = createHash('sha256').update(`${importId} ${name.toLowerCase()}`).digest('hex')
  // Version 8: an id made from something else (RFC 9562).
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

/** The areas that rows of a file name, each once. */
async function namedAreas(tx: Tx, importId: string, rows: readonly number[] | null): Promise<string[]> {
  const { rows: found } = await sql<{ name: string }>`
    select distinct on (lower(r.values ->> 'territory')) r.values ->> 'territory' as name from import_row r
    where r.import_id = ${importId} and r.values ? 'territory'
      and ${rows === null ? sql`true` : sql`r.row = any (${[...rows]}::integer[])`}
    order by lower(r.values ->> 'territory'), r.row`.execute(tx)
  return found.map(({ name }) => name)
}

/** Creates the areas that rows about to be written name and the company doesn't have, where a person chose that (rule 1.6). */
export async function createAreas(
  tx: Tx,
  changes: Changes,
  { created, updated }: ToWrite,
  { importId, creates }: ImportContext,
): Promise<void> {
  if (!creates.has('territory')) return
  const moved = updated.filter(({ fields }) => fields['territory_id'] !== undefined)
  const names = await namedAreas(
    tx,
    importId,
    [...created, ...moved].map(({ row }) => row),
  )
  const { rows: known } = await sql<{ name: string }>`select lower(name) as name from territory`.execute(tx)
  const here = new Set(known.map(({ name }) => name))
  const areas = names
    .filter((name) => !here.has(name.toLowerCase()))
    .map((name) => ({ id: areaIdFor(importId, name), name }))
  if (areas.length === 0) return
  await sql`
    insert into territory (organization_id, id, name)
    select app.organization(), n.id, n.name
    from jsonb_to_recordset(${JSON.stringify(areas)}::jsonb) as n(id uuid, name text)`.execute(tx)
  changes.addAll('territory', areas)
}

/** Takes the areas back that an import created, unless somebody works with them by now. */
export async function removeAreas(tx: Tx, changes: Changes, { importId }: ImportContext): Promise<void> {
  const ids = (await namedAreas(tx, importId, null)).map((name) => areaIdFor(importId, name))
  const { rows } = await sql<{ id: string }>`
    select t.id from territory t where t.id = any (${ids}::uuid[]) and t.steward_id is null and t.version = 1
      and not exists (select from customer c where c.organization_id = t.organization_id and c.territory_id = t.id)
      and not exists (select from person_territory p where p.organization_id = t.organization_id and p.territory_id = t.id)
    for update`.execute(tx)
  if (rows.length === 0) return
  await sql`delete from territory where id = any (${rows.map(({ id }) => id)}::uuid[])`.execute(tx)
  for (const { id } of rows) changes.add('territory', id, null, true)
}

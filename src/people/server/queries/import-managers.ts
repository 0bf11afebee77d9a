import { sql } from 'kysely'
import type { ImportContext, StagedRow } from '../../../imports/server/target.ts'
import type { Tx } from '../../../platform/server/database/connect.ts'

/** How deep a tree of managers may go in a file; deeper is a mistake. */
const deepest = 40

type Meant = { key: string; left: boolean; several: boolean }

/**
 * Managers are named by code, name or e-mail, and may stand further down in the same file. Where the manager is here or
 * has a code in the file, the row then names the code. Refuses whom nobody knows, oneself, and circles.
 */
export async function resolveManagers(
  tx: Tx,
  rows: readonly StagedRow[],
  context: ImportContext,
): Promise<void> {
  const naming = rows.filter((row) => typeof row.values['manager'] === 'string')
  if (naming.length === 0) return
  const meant = await peopleMeant(
    tx,
    naming.map((row) => String(row.values['manager'])),
    context,
  )
  for (const row of naming) {
    const value = String(row.values['manager'])
    const found = meant.get(value)
    const problem =
      found === undefined
        ? 'unknown-person'
        : found.several
          ? 'several-meant'
          : found.left
            ? 'has-left'
            : found.key === ownKey(row)
              ? 'own-manager'
              : null
    if (problem !== null) row.problems.push({ code: problem, field: 'manager', value })
    else row.values = { ...row.values, manager: found?.key ?? value }
  }
  await refuseCircles(
    tx,
    naming.filter((row) => !row.problems.some((problem) => problem.field === 'manager')),
    context,
  )
}

const ownKey = (row: StagedRow) => String(row.values['code'] ?? row.values['name'] ?? '')

/** Whom each text means: somebody here by code, else by name or e-mail; else a row of the file, likewise. */
async function peopleMeant(
  tx: Tx,
  texts: readonly string[],
  context: ImportContext,
): Promise<Map<string, Meant>> {
  const asked = [...new Set(texts)]
  const { rows: here } = await sql<{ text: string; codes: string[]; left: boolean }>`
    select t.text, array_agg(p.code) as codes, bool_and(coalesce(p.left_on < ${context.today}::date, false)) as left
    from unnest(${asked}::text[]) as t(text)
    join person p on p.code = t.text or ((lower(p.name) = lower(t.text) or lower(p.email) = lower(t.text))
      and not exists (select from person o where o.code = t.text))
    group by t.text`.execute(tx)
  const found = new Map<string, Meant>()
  for (const { text, codes, left } of here) {
    found.set(text, { key: codes[0] ?? text, left, several: codes.length > 1 })
  }
  for (const by of ['code', 'name', 'email'] as const) {
    const open = asked.filter((text) => !found.has(text) || (by === 'code' && found.get(text)?.key !== text))
    if (open.length === 0) continue
    const codes = await context.inFile(tx, by, open, 'code')
    const names = await context.inFile(tx, by, open, 'name')
    for (const text of open) {
      const key = codes.get(text) ?? names.get(text)
      if (typeof key === 'string') found.set(text, { key, left: false, several: false })
    }
  }
  return found
}

/** Walks up from every row, through the file and then through who is here, until the top. */
async function refuseCircles(tx: Tx, rows: readonly StagedRow[], context: ImportContext): Promise<void> {
  const above = new Map<string, string | null>()
  for (const row of rows) above.set(ownKey(row), String(row.values['manager']))
  for (let step = 0; step < deepest; step += 1) {
    const open = [...new Set(above.values())].filter((key) => key !== null && !above.has(key)) as string[]
    if (open.length === 0) break
    const byCode = await context.inFile(tx, 'code', open, 'manager')
    const byName = await context.inFile(tx, 'name', open, 'manager')
    const { rows: here } = await sql<{ code: string; manager: string | null }>`
      select p.code, m.code as manager from person p
      left join app.posts_on(${context.today}::date) o on o.person_id = p.id
      left join person m on m.organization_id = p.organization_id and m.id = o.manager_id
      where p.code = any (${open}::text[])`.execute(tx)
    const now = new Map(here.map((one) => [one.code, one.manager]))
    for (const key of open) {
      const inFile = byCode.get(key) ?? byName.get(key)
      above.set(key, typeof inFile === 'string' ? inFile : (now.get(key) ?? null))
    }
  }
  for (const row of rows) {
    // Whoever would report into a circle can't come in either: there is no top above them.
    const seen = new Set([ownKey(row)])
    for (let at = above.get(ownKey(row)) ?? null; at !== null; at = above.get(at) ?? null) {
      if (seen.has(at)) {
        const value = String(row.values['manager'])
        row.problems.push({ code: 'reports-in-a-circle', field: 'manager', value })
        break
      }
      seen.add(at)
    }
  }
}

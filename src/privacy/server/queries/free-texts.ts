import { sql } from 'kysely'
import type { Tx } from '../../../platform/server/database/connect.ts'
import type { Texts } from '../../blank-texts.ts'
import { type FreeTextTable, freeTextTables, freeTexts } from '../../free-texts.ts'
import type { Needles } from '../../needles.ts'
import { holds } from './mentions.ts'

export type TextRow = {
  readonly table: FreeTextTable
  readonly id: string
  readonly customerId: string
  readonly outlet: string
  readonly texts: Texts
}

/** What people wrote about these customers in visits, orders, payments …, and anywhere else what holds the e-mail or phone. */
export async function textsAround(
  tx: Tx,
  customers: readonly string[],
  needles: Needles,
): Promise<TextRow[]> {
  const parts = freeTextTables.map((table) => {
    const columns = freeTexts[table].map((column) => sql`r.${sql.ref(column)}`)
    const named = freeTexts[table].map((column) => sql`${sql.lit(column)}, r.${sql.ref(column)}`)
    return sql`
      select ${sql.lit(table)} as table, r.id, r.customer_id as "customerId", c.name as outlet,
        jsonb_build_object(${sql.join(named)}) as texts
      from ${sql.table(table)} r
      join customer c on c.organization_id = r.organization_id and c.id = r.customer_id
      where r.organization_id = app.organization() and coalesce(${sql.join(columns)}) is not null
        and (r.customer_id = any (${[...customers]}::uuid[]) or ${holds(sql`concat_ws(' ', ${sql.join(columns)})`, needles)})`
  })
  const { rows } = await sql<TextRow>`${sql.join(parts, sql` union all `)} limit 50000`.execute(tx)
  return rows
}

export type Rewritten = Pick<TextRow, 'table' | 'id' | 'customerId' | 'texts'>

/** Writes what is left of them, one statement a table. */
export async function rewriteTexts(tx: Tx, rewritten: readonly Rewritten[]): Promise<void> {
  for (const table of freeTextTables) {
    const rows = rewritten.filter((one) => one.table === table).map(({ id, texts }) => ({ id, texts }))
    if (rows.length === 0) continue
    const set = freeTexts[table].map((column) => sql`${sql.ref(column)} = n.${sql.ref(column)}`)
    await sql`
      update ${sql.table(table)} r set ${sql.join(set)}
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as g(id uuid, texts jsonb)
      join ${sql.table(table)} b on b.organization_id = app.organization() and b.id = g.id
      cross join lateral jsonb_populate_record(b, g.texts) n
      where r.organization_id = app.organization() and r.id = g.id`.execute(tx)
  }
}

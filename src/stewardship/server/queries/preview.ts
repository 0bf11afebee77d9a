import { sql } from 'kysely'
import type { Tx } from '../../../platform/server/database/connect.ts'
import { valueIn } from '../../../customers/fields.ts'
import { instant } from '../../../customers/server/queries/instant.ts'
import { type Entry, differsIn, joinable, suggestedChoice } from '../../merge.ts'
import { type MergeField, isEmpty, mergeFields } from '../../merge-fields.ts'
import type { MergePreview, OutletInBrief } from '../../schema/duplicates.ts'
import { entriesWith } from './merging.ts'
import { inChargeSeen } from './moving-contacts.ts'
import { briefSql, ownerJoin } from './similar.ts'

type Counted = MergePreview['entries'][number]

/** How many rows of a table hang on `customer c`. */
const countOf = (table: string) => sql`(select count(*)::int from ${sql.table(table)} x
  where x.organization_id = c.organization_id and x.customer_id = c.id)`

async function counted(tx: Tx, ids: readonly string[]): Promise<Map<string, Counted>> {
  const { rows } = await sql<{ brief: OutletInBrief; more: Omit<Counted, keyof OutletInBrief> }>`
    select ${briefSql} as brief, jsonb_build_object('version', c.version, 'completeness', c.completeness,
      'updatedAt', ${instant(sql`c.updated_at`)}, 'contacts', ${countOf('contact')}, 'products', ${countOf('carried_product')},
      'history', ${countOf('customer_history')}, 'documents', (select count(*)::int from document x
        where x.organization_id = c.organization_id and x.customer_id = c.id and x.removed_at is null),
      'children', (select count(*)::int from customer x
        where x.organization_id = c.organization_id and x.parent_id = c.id)) as more
    from customer c ${ownerJoin}
    where c.organization_id = app.organization() and c.id = any (${[...ids]}::uuid[])
      and c.status in ('active', 'closed')`.execute(tx)
  return new Map(rows.map(({ brief, more }) => [brief.id, { ...brief, ...more }]))
}

/** The entry that knows most is worth keeping: completeness, then the older registration. */
function suggestedKept(entries: readonly Counted[]): string {
  const [best] = entries.toSorted(
    (a, b) =>
      b.completeness - a.completeness ||
      b.history - a.history ||
      (a.registeredOn < b.registeredOn ? -1 : a.registeredOn > b.registeredOn ? 1 : 0),
  )
  return best?.id ?? ''
}

function valueOf(entry: Entry, field: MergeField): unknown {
  if (field === 'tier') return entry['tier'] ?? null
  return isEmpty(entry, field) ? null : valueIn(entry, field)
}

/** What areas and parents are called, by id. */
async function namesIn(tx: Tx, rows: readonly Entry[]): Promise<Map<string, string>> {
  const ids = rows
    .flatMap((row) => [row['territory_id'], row['parent_id']])
    .filter((id) => typeof id === 'string')
  const found = await sql<{ id: string; name: string }>`
    select id, name from territory where organization_id = app.organization() and id = any (${ids}::uuid[])
    union all
    select id, name from customer where organization_id = app.organization() and id = any (${ids}::uuid[])`.execute(
    tx,
  )
  return new Map(found.rows.map(({ id, name }) => [id, name]))
}

/** The entries side by side with the choice suggested for each field; null when one of them can't be merged. */
export async function mergePreview(
  tx: Tx,
  ids: readonly string[],
  wanted: string | undefined,
): Promise<MergePreview | null> {
  const found = await counted(tx, ids)
  const entries = ids.flatMap((id) => found.get(id) ?? [])
  if (entries.length < ids.length) return null
  const keptId = wanted ?? suggestedKept(entries)
  const rows: Entry[] = await entriesWith(tx, ids)
  const kept = rows.find((row) => row.id === keptId)
  if (kept === undefined) return null
  const others = rows.filter((row) => row !== kept)
  const names = await namesIn(tx, rows)
  const fields: MergePreview['fields'] = mergeFields
    .filter((field) => rows.some((row) => !isEmpty(row, field)))
    .map((field) => ({
      field,
      differs: differsIn(rows, field),
      suggested: suggestedChoice(kept, others, field),
      canBeBoth: joinable.has(field),
      values: rows.map((row) => {
        const value = valueOf(row, field)
        return { id: row.id, value, name: names.get(String(value)) ?? null }
      }),
    }))
  const charge = await inChargeSeen(tx, ids)
  if (charge.size > 0) {
    const order = [keptId, ...ids]
    fields.splice(1, 0, {
      field: 'inCharge',
      differs: new Set([...charge.values()].map((one) => one.name.toLowerCase())).size > 1,
      suggested: order.find((id) => charge.has(id)) ?? keptId,
      canBeBoth: false,
      values: ids.map((id) => ({ id, value: charge.get(id) ?? null, name: null })),
    })
  }
  return { keptId, entries, fields, owners: entries.map((entry) => entry.owner) }
}

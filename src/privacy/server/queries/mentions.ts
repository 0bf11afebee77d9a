import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../../../platform/server/database/connect.ts'
import type { HistoryFields } from '../../blank.ts'
import type { Needles } from '../../needles.ts'
import { whereJson } from './contacts.ts'

type Where = { id: string; code: string; name: string; status: 'active' | 'closed' | 'merged' | 'erased' }
export type HistoryRow = {
  readonly id: string
  readonly customer: Where
  readonly entity: string
  readonly entityId: string
  readonly fields: HistoryFields
}

/** LIKE patterns that a JSON text holding the person's e-mail or phone fits; a coarse net, looked through again in full. */
function patternsOf(needles: Needles): string[] {
  return [...needles.emails, ...needles.digits].map(
    (text) => `%${text.replace(/[\\%_]/gu, String.raw`\$&`)}%`,
  )
}

/** Whether somebody's words hold the person's e-mail, or the digits of the phone however they stand apart. */
export function holds(words: RawBuilder<unknown>, needles: Needles): RawBuilder<boolean> {
  const digits = needles.digits.map((text) => `%${text}%`)
  return sql`(${words} ilike any (${patternsOf({ ...needles, digits: [] })}::text[])
    or regexp_replace(${words}, '[^0-9]', '', 'g') like any (${digits}::text[]))`
}

/** Customers that were merged into these, or that these were merged into: one outlet's history lies with all of them. */
export async function familyOf(tx: Tx, customers: readonly string[]): Promise<string[]> {
  const ids = [...customers]
  const { rows } = await sql<{ id: string }>`
    select unnest(${ids}::uuid[]) as id
    union select customer_id from merged_customer where organization_id = app.organization() and kept_id = any (${ids}::uuid[])
    union select kept_id from merged_customer where organization_id = app.organization() and customer_id = any (${ids}::uuid[])`.execute(
    tx,
  )
  return rows.map((row) => row.id)
}

/** History of these customers, and anywhere else entries that hold the person's phone or e-mail. */
export async function historyAround(
  tx: Tx,
  customers: readonly string[],
  needles: Needles,
): Promise<HistoryRow[]> {
  const { rows } = await sql<HistoryRow>`
    select h.id, ${whereJson} as customer, h.entity, h.entity_id as "entityId", h.fields
    from customer_history h join customer c on c.organization_id = h.organization_id and c.id = h.customer_id
    where h.organization_id = app.organization() and h.fields <> '{}'
      and (h.customer_id = any (${[...customers]}::uuid[]) or h.fields::text ilike any (${patternsOf(needles)}::text[]))
    order by h.id limit 50000`.execute(tx)
  return rows
}

export type NoteRow = { readonly customer: Where; readonly note: string }

/** Notes of these customers, and anywhere else notes that hold the person's e-mail or digits of the phone. */
export async function notesAround(
  tx: Tx,
  customers: readonly string[],
  needles: Needles,
): Promise<NoteRow[]> {
  const { rows } = await sql<NoteRow>`
    select ${whereJson} as customer, c.note from customer c
    where c.organization_id = app.organization() and c.note is not null
      and (c.id = any (${[...customers]}::uuid[]) or ${holds(sql`c.note`, needles)})
    limit 5000`.execute(tx)
  return rows
}

export type RequestRow = {
  readonly id: string
  readonly customer: Where
  readonly entityId: string
  readonly state: string
  readonly values: unknown
}

/** Change requests of these customers with all that they say. */
export async function changeRequestsAround(tx: Tx, customers: readonly string[]): Promise<RequestRow[]> {
  const { rows } = await sql<RequestRow>`
    select q.id, ${whereJson} as customer, q.entity_id as "entityId", q.state,
      jsonb_build_array(q.from_value, q.to_value, q.reason, q.decision_note) as values
    from change_request q join customer c on c.organization_id = q.organization_id and c.id = q.customer_id
    where q.organization_id = app.organization() and q.customer_id = any (${[...customers]}::uuid[])`.execute(
    tx,
  )
  return rows
}

export type MergeRow = { readonly id: string; readonly record: unknown }

/** Records of merges of these customers: they hold values from before. */
export async function mergesAround(tx: Tx, customers: readonly string[]): Promise<MergeRow[]> {
  const ids = [...customers]
  const { rows } = await sql<MergeRow>`
    select id, record from customer_merge where organization_id = app.organization() and erased_at is null
      and (kept_id = any (${ids}::uuid[]) or dropped_ids && ${ids}::uuid[])`.execute(tx)
  return rows
}

export type DocumentRow = {
  readonly id: string
  readonly customer: Where
  readonly name: string
  readonly note: string | null
  readonly addedAt: string
}

/** Documents of these customers whose content is still there, removed ones included. */
export async function documentsAround(tx: Tx, customers: readonly string[]): Promise<DocumentRow[]> {
  const { rows } = await sql<DocumentRow>`
    select d.id, ${whereJson} as customer, d.name, d.note, d.added_at::text as "addedAt"
    from document d join customer c on c.organization_id = d.organization_id and c.id = d.customer_id
    where d.organization_id = app.organization() and d.gone_at is null and d.customer_id = any (${[...customers]}::uuid[])
    order by d.added_at desc, d.id`.execute(tx)
  return rows
}

export type ImportRow = {
  readonly importId: string
  readonly row: number
  readonly values: unknown
  readonly entityId: string | null
}

/** Rows of imported files that became these customers, or hold the person's phone or e-mail. */
export async function importRowsAround(
  tx: Tx,
  customers: readonly string[],
  needles: Needles,
): Promise<ImportRow[]> {
  const { rows } = await sql<ImportRow>`
    select import_id as "importId", row, jsonb_build_array(cells, values, changes, candidate) as values,
      entity_id as "entityId"
    from import_row where organization_id = app.organization() and cells <> '[]'
      and (entity_id = any (${[...customers]}::uuid[])
        or cells::text ilike any (${patternsOf(needles)}::text[]) or values::text ilike any (${patternsOf(needles)}::text[]))
    limit 50000`.execute(tx)
  return rows
}

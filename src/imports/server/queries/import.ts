import { sql } from 'kysely'
import type { Database, Tx } from '../../../platform/server/database/connect.ts'
import type { Column, FileReading, ImportOptions, Inspection } from '../../options.ts'
import { type RememberedColumn, toRemember } from '../../recall.ts'
import type { Counts, ImportState } from '../../state.ts'

/** An import as it is kept. */
export type ImportRecord = {
  id: string
  organizationId: string
  entity: string
  fileName: string
  fileBytes: number
  reading: FileReading
  inspection: Inspection
  signature: string
  columns: Column[]
  options: ImportOptions
  state: ImportState
  position: number
  total: number | null
  counts: Counts
  failure: Record<string, string | number> | null
  attempts: number
  startedBy: string | null
  createdAt: Date
  doneAt: Date | null
  undoneAt: Date | null
  emptiedAt: Date | null
}

const selected = sql`i.id, i.organization_id as "organizationId", i.entity, i.file_name as "fileName",
  i.file_bytes as "fileBytes", i.reading, i.inspection, i.signature, i.columns, i.options, i.state, i.position,
  i.total, i.counts, i.failure, i.attempts, i.started_by as "startedBy", i.created_at as "createdAt",
  i.done_at as "doneAt", i.undone_at as "undoneAt", i.emptied_at as "emptiedAt"`

export async function insertImport(
  tx: Tx,
  made: Pick<
    ImportRecord,
    'id' | 'organizationId' | 'entity' | 'fileName' | 'fileBytes' | 'reading' | 'startedBy'
  > & { permission: string },
): Promise<void> {
  await sql`insert into import (organization_id, id, entity, permission, file_name, file_bytes, reading, started_by)
    values (${made.organizationId}, ${made.id}, ${made.entity}, ${made.permission}, ${made.fileName},
      ${made.fileBytes}, ${JSON.stringify(made.reading)}, ${made.startedBy})`.execute(tx)
}

export async function importById(tx: Tx, id: string): Promise<ImportRecord | null> {
  const { rows } = await sql<ImportRecord>`select ${selected} from import i where i.id = ${id}`.execute(tx)
  return rows[0] ?? null
}

/** Takes the import for this transaction; null when another worker has it, or it is gone. */
export async function takeImport(tx: Tx, id: string, wait = false): Promise<ImportRecord | null> {
  const { rows } = await sql<ImportRecord>`
    select ${selected} from import i where i.id = ${id} for update ${wait ? sql`` : sql`skip locked`}`.execute(
    tx,
  )
  return rows[0] ?? null
}

/** The newest first; `before` is the id to go on from (ids sort by time). */
export async function listImports(tx: Tx, before: string | null, limit: number): Promise<ImportRecord[]> {
  const { rows } = await sql<ImportRecord>`
    select ${selected} from import i where ${before === null ? sql`true` : sql`i.id < ${before}`}
    order by i.id desc limit ${limit}`.execute(tx)
  return rows
}

type Settable = {
  reading: FileReading
  inspection: Inspection
  signature: string
  columns: readonly Column[]
  options: ImportOptions
  entity: string
  permission: string
  state: ImportState
  position: number
  total: number | null
  counts: Counts
  failure: Record<string, string | number> | null
  attempts: number
  undone_by: string | null
}
const json = new Set(['reading', 'inspection', 'columns', 'options', 'counts', 'failure'])

/** Sets what is given; `stamp` names a moment to note as now. */
export async function setImport(
  tx: Tx,
  id: string,
  set: Partial<Settable>,
  stamp?: 'queued_at' | 'checked_at' | 'done_at' | 'undone_at' | 'emptied_at',
): Promise<void> {
  const parts = Object.entries(set).map(([name, value]) => {
    const given = json.has(name) && value !== null ? sql`${JSON.stringify(value)}::jsonb` : sql`${value}`
    return sql`${sql.ref(name)} = ${given}`
  })
  if (stamp !== undefined) parts.push(sql`${sql.ref(stamp)} = now()`)
  await sql`update import set ${sql.join(parts)} where id = ${id}`.execute(tx)
}

/** Whether an import of the same kind that was started earlier is still at it: they run one after the other. */
export async function waitsForAnother(tx: Tx, id: string): Promise<boolean> {
  const { rows } = await sql<{ waits: boolean }>`
    select exists (select from import o, import i where i.id = ${id}
      and o.organization_id = i.organization_id and o.entity = i.entity and o.id <> i.id
      and o.state in ('running', 'linking', 'undoing') and (o.queued_at, o.id) < (i.queued_at, i.id)) as waits`.execute(
    tx,
  )
  return rows[0]?.waits ?? false
}

/** One writer of a kind at a time in a company, until the end of the transaction. */
export async function lockEntity(tx: Tx, organizationId: string, entity: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`import ${organizationId} ${entity}`}, 0))`.execute(
    tx,
  )
}

export async function deleteImport(tx: Tx, id: string): Promise<void> {
  await sql`delete from import where id = ${id}`.execute(tx)
}

/** Imports of all companies that a worker can go on with; beyond row-level security, closed to requests. */
export async function waitingImports(db: Database): Promise<{ organizationId: string; importId: string }[]> {
  const { rows } = await sql<{ organizationId: string; importId: string }>`
    select organization_id as "organizationId", import_id as "importId" from app.import_waiting order by import_id`.execute(
    db,
  )
  return rows
}

/** What the company writes and counts in. */
export async function companyHabits(
  tx: Tx,
): Promise<{ country: string; currency: string; timeZone: string }> {
  const { rows } = await sql<{ country: string; currency: string; timeZone: string }>`
    select country, currency, time_zone as "timeZone" from organization`.execute(tx)
  if (rows[0] === undefined) throw new Error('the company has vanished')
  return rows[0]
}

export async function rememberedMapping(
  tx: Tx,
  entity: string,
  signature: string,
): Promise<{ columns: RememberedColumn[]; options: ImportOptions } | null> {
  const { rows } = await sql<{ columns: RememberedColumn[]; options: ImportOptions }>`
    select columns, options from import_mapping where entity = ${entity} and signature = ${signature}`.execute(
    tx,
  )
  return rows[0] ?? null
}

/** Remembers how a file like this was mapped; what becomes of unknown references is asked anew each time. */
export async function rememberMapping(tx: Tx, record: ImportRecord): Promise<void> {
  await sql`
    insert into import_mapping (organization_id, entity, signature, columns, options, used_by)
    values (${record.organizationId}, ${record.entity}, ${record.signature},
      ${JSON.stringify(toRemember(record.columns, record.inspection))},
      ${JSON.stringify({ ...record.options, unknown: undefined })},
      ${record.startedBy})
    on conflict (organization_id, entity, signature)
    do update set columns = excluded.columns, options = excluded.options, used_by = excluded.used_by, used_at = now()`.execute(
    tx,
  )
}

/** Names of people by id, for saying who started an import. */
export async function personNames(tx: Tx, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<{ id: string; name: string }>`
    select id, name from person where id = any (${[...new Set(ids)]}::uuid[])`.execute(tx)
  return new Map(rows.map((one) => [one.id, one.name]))
}

/** The language in which a person reads: their own, else the company's. */
export async function languageOf(tx: Tx, personId: string | null): Promise<string> {
  const { rows } = await sql<{ language: string }>`
    select coalesce((select language from person where id = ${personId}), language) as language
    from organization`.execute(tx)
  return rows[0]?.language ?? 'en'
}

/** Imports at rest since before this moment whose file and cells are still kept. */
export async function oldImports(tx: Tx, before: Date): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from import where emptied_at is null
      and state not in ('reading', 'checking', 'running', 'linking', 'undoing')
      and greatest(created_at, done_at, undone_at) < ${before} order by id`.execute(tx)
  return rows.map((row) => row.id)
}

import { sql } from 'kysely'
import type { Database, Tx } from '../../../platform/server/database/connect.ts'
import type { Candidate, CellProblem, FieldChanges, Value, Values, Verdict } from '../../target.ts'

export type Decision = 'create' | 'update' | 'leave'
export type Outcome = 'created' | 'updated' | 'unchanged' | 'left' | 'rejected'
/** A staged row as it is kept. */
export type StagedRecord = {
  row: number
  cells: string[]
  fault: CellProblem | null
  values: Values
  problems: CellProblem[] | null
  key: string | null
  verdict: Verdict | null
  existingId: string | null
  changes: FieldChanges | null
  candidate: Candidate | null
  decision: Decision | null
  outcome: Outcome | null
  entityId: string | null
  undone: string | null
}

const selected = sql`r.row, r.cells, r.fault, r.values, r.problems, r.key, r.verdict, r.existing_id as "existingId",
  r.changes, r.candidate, r.decision, r.outcome, r.entity_id as "entityId", r.undone`

type Read = Pick<StagedRecord, 'row' | 'cells' | 'fault' | 'values' | 'problems' | 'key'>

/** Stages rows just read. */
export async function insertStaged(tx: Tx, organizationId: string, importId: string, rows: readonly Read[]) {
  await sql`
    insert into import_row (organization_id, import_id, row, cells, fault, values, problems, key)
    select ${organizationId}, ${importId}, r.* from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as r(row integer, cells jsonb, fault jsonb, values jsonb, problems jsonb, key text)`.execute(tx)
}

/** Rows after `after`, in order. */
export async function stagedAfter(
  tx: Tx,
  importId: string,
  after: number,
  limit: number,
): Promise<StagedRecord[]> {
  const { rows } = await sql<StagedRecord>`
    select ${selected} from import_row r where r.import_id = ${importId} and r.row > ${after}
    order by r.row limit ${limit}`.execute(tx)
  return rows
}

export async function stagedRows(tx: Tx, importId: string, rows: readonly number[]): Promise<StagedRecord[]> {
  const { rows: found } = await sql<StagedRecord>`
    select ${selected} from import_row r where r.import_id = ${importId} and r.row = any (${[...rows]}::integer[])
    order by r.row`.execute(tx)
  return found
}

export type Checked = Pick<
  StagedRecord,
  'row' | 'verdict' | 'problems' | 'existingId' | 'changes' | 'candidate'
>

export async function saveChecked(tx: Tx, importId: string, rows: readonly Checked[]): Promise<void> {
  await sql`
    update import_row r set verdict = c.verdict, problems = c.problems, existing_id = c."existingId",
      changes = c.changes, candidate = c.candidate
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as c(row integer, verdict text, problems jsonb, "existingId" uuid, changes jsonb, candidate jsonb)
    where r.import_id = ${importId} and r.row = c.row`.execute(tx)
}

/** New rows that resemble an earlier row of the file. */
export async function saveAlike(
  tx: Tx,
  importId: string,
  candidates: ReadonlyMap<number, Candidate>,
): Promise<void> {
  const rows = [...candidates].map(([row, candidate]) => ({ row, candidate }))
  await sql`
    update import_row r set verdict = 'likely-duplicate', candidate = c.candidate
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as c(row integer, candidate jsonb)
    where r.import_id = ${importId} and r.row = c.row and r.verdict = 'new'`.execute(tx)
}

export type Written = Pick<StagedRecord, 'row' | 'outcome' | 'problems' | 'entityId' | 'changes'>

export async function saveWritten(tx: Tx, importId: string, rows: readonly Written[]): Promise<void> {
  await sql`
    update import_row r set outcome = w.outcome, problems = w.problems, entity_id = w."entityId", changes = w.changes
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as w(row integer, outcome text, problems jsonb, "entityId" uuid, changes jsonb)
    where r.import_id = ${importId} and r.row = w.row`.execute(tx)
}

/** Replaces the cells of rows that a person mended. */
export async function saveAmended(
  tx: Tx,
  importId: string,
  rows: readonly Omit<Read, 'fault'>[],
): Promise<void> {
  await sql`
    update import_row r set cells = a.cells, fault = null, values = a.values, problems = a.problems, key = a.key
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as a(row integer, cells jsonb, values jsonb, problems jsonb, key text)
    where r.import_id = ${importId} and r.row = a.row`.execute(tx)
}

/**
 * Has the database look at what was just read: knowing nothing of it, it would take the import for a handful of rows and go
 * through all of them for each key. Done as the tables' owner; who isn't is told so by the database and nothing else happens.
 */
export async function countStagedAnew(db: Database): Promise<void> {
  await sql`analyze import_row (organization_id, import_id, "row", key)`.execute(db)
}

/**
 * Which of the rows repeat the key of an earlier row that isn't left out. The sum keeps the planner from going
 * through all rows in their order instead of those with the key.
 */
export async function repeatedKeys(
  tx: Tx,
  importId: string,
  rows: readonly { row: number; key: string | null }[],
): Promise<Set<number>> {
  const keyed = rows.filter((one) => one.key !== null)
  const { rows: found } = await sql<{ row: number }>`
    select k.row from unnest(${keyed.map((one) => one.row)}::integer[], ${keyed.map((one) => one.key)}::text[]) as k(row, key)
    cross join lateral (select min(e.row + 0) as row from import_row e
      where e.organization_id = app.organization() and e.import_id = ${importId} and e.key = k.key
        and e.decision is distinct from 'leave') as first
    where first.row < k.row`.execute(tx)
  return new Set(found.map((one) => one.row))
}

/** Rows that share a key with one of these rows: whose verdict may change with theirs. */
export async function rowsWithKeys(tx: Tx, importId: string, keys: readonly string[]): Promise<number[]> {
  const { rows } = await sql<{ row: number }>`
    select row from import_row where import_id = ${importId} and key = any (${[...keys]}::text[]) order by row limit 1000`.execute(
    tx,
  )
  return rows.map((one) => one.row)
}

/** Rows by verdict before the run, by outcome (and why they were left) after it. */
export async function countStaged(tx: Tx, importId: string): Promise<Record<string, number>> {
  const { rows } = await sql<{ name: string; n: number }>`
    select coalesce(case when decision = 'leave' then 'left' when outcome = 'left' then verdict else outcome end,
        verdict, 'waiting') as name, count(*)::integer as n
    from import_row where import_id = ${importId} group by 1
    union all
    select 'undone ' || undone, count(*)::integer from import_row
    where import_id = ${importId} and undone is not null group by 1`.execute(tx)
  return Object.fromEntries(rows.map((one) => [one.name, one.n]))
}

/** For texts (case apart) that some row has as value `by`: the value of `wanted` in the first such row. */
export async function valuesInFile(
  tx: Tx,
  importId: string,
  by: string,
  texts: readonly string[],
  wanted: string,
): Promise<Map<string, Value>> {
  const { rows } = await sql<{ text: string; value: Value }>`
    select distinct on (t.text) t.text, r.values -> ${wanted} as value
    from unnest(${[...new Set(texts)]}::text[]) as t(text)
    join import_row r on r.import_id = ${importId} and lower(r.values ->> ${by}) = lower(t.text)
    order by t.text, r.row`.execute(tx)
  return new Map(rows.map((one) => [one.text, one.value]))
}

/** Rows written and not yet taken back, the last first. */
export async function toUndo(tx: Tx, importId: string, limit: number): Promise<StagedRecord[]> {
  const { rows } = await sql<StagedRecord>`
    select ${selected} from import_row r
    where r.import_id = ${importId} and r.outcome in ('created', 'updated') and r.undone is null
    order by r.row desc limit ${limit}`.execute(tx)
  return rows
}

export async function saveUndone(
  tx: Tx,
  importId: string,
  rows: readonly { row: number; undone: string }[],
): Promise<void> {
  await sql`
    update import_row r set undone = u.undone
    from unnest(${rows.map((one) => one.row)}::integer[], ${rows.map((one) => one.undone)}::text[]) as u(row, undone)
    where r.import_id = ${importId} and r.row = u.row`.execute(tx)
}

export async function clearStaged(tx: Tx, importId: string): Promise<void> {
  await sql`delete from import_row where import_id = ${importId}`.execute(tx)
}

/** Rows whose cell in a column (from 0) reads exactly so. */
export async function rowsWithCell(
  tx: Tx,
  importId: string,
  at: number,
  cell: string,
  limit: number,
): Promise<number[]> {
  const { rows } = await sql<{ row: number }>`
    select row from import_row where import_id = ${importId} and coalesce(cells ->> ${at}::integer, '') = ${cell}
    order by row limit ${limit}`.execute(tx)
  return rows.map((one) => one.row)
}

export async function rowsWithVerdict(
  tx: Tx,
  importId: string,
  verdict: string,
  limit: number,
): Promise<number[]> {
  const { rows } = await sql<{ row: number }>`
    select row from import_row where import_id = ${importId} and verdict = ${verdict} order by row limit ${limit}`.execute(
    tx,
  )
  return rows.map((one) => one.row)
}

export async function decideRows(
  tx: Tx,
  importId: string,
  rows: readonly number[],
  decision: Decision | null,
): Promise<void> {
  await sql`update import_row set decision = ${decision}
    where import_id = ${importId} and row = any (${[...rows]}::integer[])`.execute(tx)
}

/** What a person can filter staged rows by: a verdict or an outcome, or rows that undoing left as they are. */
export async function pageOfStaged(
  tx: Tx,
  importId: string,
  only: string | null,
  after: number,
  limit: number,
): Promise<StagedRecord[]> {
  const filter =
    only === null
      ? sql`true`
      : only === 'kept'
        ? sql`r.undone is distinct from 'undone' and r.undone is not null`
        : sql`case when r.decision = 'leave' then 'left' when r.outcome is null or r.outcome = 'left' then r.verdict
            else r.outcome end = ${only}`
  const { rows } = await sql<StagedRecord>`
    select ${selected} from import_row r where r.import_id = ${importId} and r.row > ${after} and ${filter}
    order by r.row limit ${limit}`.execute(tx)
  return rows
}

/** Rows that did not come in, or, before the run, would not: for the file of failed rows. */
export async function failedAfter(
  tx: Tx,
  importId: string,
  after: number,
  limit: number,
): Promise<StagedRecord[]> {
  const { rows } = await sql<StagedRecord>`
    select ${selected} from import_row r where r.import_id = ${importId} and r.row > ${after}
      and coalesce(r.outcome, '') not in ('created', 'updated', 'unchanged')
      and (r.outcome is not null or r.verdict in ('rejected', 'duplicate-in-file', 'likely-duplicate', 'not-wanted'))
    order by r.row limit ${limit}`.execute(tx)
  return rows
}

/** Throws away what the rows said; which record each became stays. */
export async function emptyStaged(tx: Tx, importId: string): Promise<void> {
  await sql`
    update import_row set cells = '[]', values = '{}', problems = null, fault = null, key = null, changes = null, candidate = null
    where import_id = ${importId}`.execute(tx)
}

import type { Tx } from '../../platform/server/database/connect.ts'
import { changesOf } from '../compare.ts'
import { keyOf } from '../keys.ts'
import type { Column, ImportOptions } from '../options.ts'
import { forgiveUnknown, isLookedUp } from '../references.ts'
import {
  type CellProblem,
  type Field,
  type FieldChanges,
  type Value,
  type Values,
  keptBy,
} from '../target.ts'
import type { Checked, StagedRecord } from './queries/staged.ts'
import { repeatedKeys } from './queries/staged.ts'
import type { Existing, ImportContext, ServerTarget, StagedRow } from './target.ts'

export type Setup = {
  readonly target: ServerTarget
  readonly columns: readonly Column[]
  readonly options: ImportOptions
  readonly context: ImportContext
}
/** A row with its verdict, and what writing it needs. */
export type Judged = Checked & { readonly values: Values; readonly current: Existing | null }

/**
 * Compares staged rows with what the company has: one verdict a row (rules 1.6 and 1.7). With `lock` the records that rows
 * mean stay as they are until the end of the transaction; with `suspecting` likely duplicates are looked for.
 */
export async function judgeRows(
  tx: Tx,
  setup: Setup,
  rows: readonly StagedRecord[],
  how: { readonly lock: boolean; readonly suspecting: boolean },
): Promise<Judged[]> {
  const { target, options, context } = setup
  const staged = new Map<number, StagedRow>()
  const { fields } = target.rules
  for (const row of rows) {
    if (row.fault !== null) continue
    // What a reference means is looked up anew: it may be known by now.
    const problems = (row.problems ?? []).filter((problem) => !isLookedUp(problem, fields))
    staged.set(row.row, { row: row.row, values: row.values, problems })
  }
  // Rows that a bad cell rejects are looked at to the end too: a person mends a row once.
  const readable = [...staged.values()]
  await target.resolve?.(tx, readable, context)
  for (const row of readable) forgiveUnknown(row, fields, options.unknown)
  const sound = readable.filter((row) => isUsable(row, options))
  const found = await findRecords(tx, setup, readable, rows)
  const wanted = new Set(sound.flatMap(({ row }) => found.get(row) ?? []))
  const current = await target.load(tx, [...wanted].toSorted(), context, how.lock)
  const keys = new Map(rows.map((row) => [row.row, row.key]))
  const repeated = await repeatedKeys(
    tx,
    context.importId,
    sound.map(({ row }) => ({ row, key: keys.get(row) ?? null })),
  )
  const meant = new Set<string>()
  const judged = rows.map((row): Judged => {
    const one = staged.get(row.row)
    if (one === undefined) return rejected(row, row.fault === null ? [] : [row.fault])
    if (!isUsable(one, options)) {
      const isNew = options.mode !== 'update' && !found.has(row.row)
      return rejected(row, [...one.problems, ...(isNew ? missingIn(one, setup) : [])], one.values)
    }
    if (repeated.has(row.row)) return plainly(row, one, 'duplicate-in-file')
    const id = found.get(row.row)
    const existing = id === undefined ? undefined : current.get(id)
    if (existing === undefined) return judgeNew(row, one, setup)
    if (meant.has(existing.id)) return { ...plainly(row, one, 'duplicate-in-file'), existingId: existing.id }
    meant.add(existing.id)
    return judgeKnown(row, one, existing, setup)
  })
  return how.suspecting ? await withSuspects(tx, setup, judged, staged, rows) : judged
}

/** A row that was judged before brings its problems along, and finds them again. */
function eachOnce(problems: readonly CellProblem[]): CellProblem[] {
  return [...new Map(problems.map((one) => [`${one.field ?? ''} ${one.code}`, one])).values()]
}

/** A bad cell rejects the row, or is left out of it, as the options say. */
function isUsable(row: StagedRow, options: ImportOptions): boolean {
  return (
    row.problems.length === 0 ||
    (options.badCells === 'leave-out' && row.problems.every((one) => one.field !== undefined))
  )
}

/** The record that each row means: what a person decided, else what its key finds. */
async function findRecords(
  tx: Tx,
  { target, options, context }: Setup,
  sound: readonly StagedRow[],
  rows: readonly StagedRecord[],
): Promise<Map<number, string>> {
  const byKey = new Map<string, StagedRow[]>()
  for (const row of sound) {
    const key = keyOf(options.keys, row.values, target.rules)
    if (key === null) continue
    const group = byKey.get(key.key.name)
    if (group === undefined) byKey.set(key.key.name, [row])
    else group.push(row)
  }
  const found = new Map<number, string>()
  for (const [key, group] of byKey)
    for (const [row, id] of await target.find(tx, key, group, context)) found.set(row, id)
  for (const row of rows) {
    const into = row.decision === 'update' || (row.decision === null && options.likelyDuplicates === 'update')
    const id = row.candidate?.id ?? null
    if (into && id !== null && !found.has(row.row)) found.set(row.row, id)
  }
  return found
}

function judgeNew(row: StagedRecord, one: StagedRow, setup: Setup): Judged {
  const { target, options } = setup
  if (options.mode === 'update') return plainly(row, one, 'not-wanted')
  const lacks = target.rules.fields.some((field) => isLacking(one, field))
  return lacks
    ? rejected(row, [...one.problems, ...missingIn(one, setup)], one.values)
    : plainly(row, one, 'new')
}

function isLacking({ values }: StagedRow, field: Field): boolean {
  return field.required === true && isEmpty(values[keptBy(field)[0] ?? field.name])
}

/** What a new record needs and the row doesn't say; a cell that couldn't be read has its own problem. */
function missingIn(one: StagedRow, { target }: Setup): CellProblem[] {
  return target.rules.fields
    .filter((field) => isLacking(one, field) && !one.problems.some(({ field: name }) => name === field.name))
    .map((field) => ({ code: 'missing', field: field.name }))
}

function judgeKnown(row: StagedRecord, one: StagedRow, existing: Existing, setup: Setup): Judged {
  const judged = { ...plainly(row, one, 'unchanged'), existingId: existing.id, current: existing }
  if (setup.options.mode === 'create') return { ...judged, verdict: 'not-wanted' }
  const { target, columns, options } = setup
  const says = target.settle?.(existing.values, one.values) ?? one.values
  const own = changesOf(existing.values, says, columns, options, target.rules)
  if (Object.keys(own).length === 0) return judged
  const more = target.follow?.(existing.values, says, own) ?? {}
  return { ...judged, verdict: 'update', changes: { ...own, ...more } satisfies FieldChanges }
}

async function withSuspects(
  tx: Tx,
  setup: Setup,
  judged: readonly Judged[],
  staged: ReadonlyMap<number, StagedRow>,
  rows: readonly StagedRecord[],
): Promise<Judged[]> {
  const { target, context } = setup
  if (target.suspect === undefined) return [...judged]
  const decided = new Set(rows.filter((row) => row.decision !== null).map((row) => row.row))
  const fresh = judged
    .filter((one) => one.verdict === 'new' && !decided.has(one.row))
    .flatMap((one) => staged.get(one.row) ?? [])
  const candidates = fresh.length === 0 ? new Map<number, never>() : await target.suspect(tx, fresh, context)
  return judged.map((one) => {
    if (one.verdict !== 'new' || decided.has(one.row)) return one
    const candidate = candidates.get(one.row) ?? null
    return { ...one, candidate, verdict: candidate === null ? 'new' : 'likely-duplicate' }
  })
}

function isEmpty(value: Value | undefined): boolean {
  return value === undefined || value === null || value === ''
}

function plainly(row: StagedRecord, one: StagedRow, verdict: Judged['verdict']): Judged {
  return {
    row: row.row,
    verdict,
    problems: one.problems.length === 0 ? null : eachOnce(one.problems),
    existingId: null,
    changes: null,
    candidate: row.candidate,
    values: one.values,
    current: null,
  }
}

function rejected(row: StagedRecord, problems: readonly CellProblem[], values: Values = {}): Judged {
  return {
    row: row.row,
    verdict: 'rejected',
    problems: eachOnce(problems),
    existingId: null,
    changes: null,
    candidate: null,
    values,
    current: null,
  }
}

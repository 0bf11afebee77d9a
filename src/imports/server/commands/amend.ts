import type { Actor } from '../../../platform/server/database/actor.ts'
import type { Tx } from '../../../platform/server/database/connect.ts'
import { commandAs } from '../../../platform/server/database/transaction.ts'
import { type Refusal, isRefusal, refuse } from '../../../values/refusal.ts'
import { keyOf } from '../../keys.ts'
import { judgeRows } from '../check.ts'
import { type Importing, setupOf, targetOf } from '../importing.ts'
import { makeReader } from '../normalise.ts'
import { type ImportRecord, setImport, takeImport } from '../queries/import.ts'
import {
  type Decision,
  type StagedRecord,
  countStaged,
  decideRows,
  rowsWithCell,
  rowsWithKeys,
  rowsWithVerdict,
  saveAlike,
  saveAmended,
  saveChecked,
  stagedRows,
} from '../queries/staged.ts'
import { fit } from './prepare.ts'
import { storable } from '../storable.ts'

/** So many rows are judged while the person waits (about a second). */
const atOnce = 5000

export type Amendment = {
  readonly row: number
  /** The column, from 0. */
  readonly at: number
  readonly value: string
  /** Also in every other row whose cell in this column reads the same. */
  readonly everywhere: boolean
}

/** Mends a cell, or all cells like it, and judges the rows anew, and those whose key they share. Answers the rows touched. */
export async function amendCell(
  importing: Importing,
  actor: Actor,
  id: string,
  amendment: Amendment,
): Promise<{ rows: number[] } | Refusal> {
  return await commandAs(importing.db, actor, 'amend-import', async (tx) => {
    const record = fit(await takeImport(tx, id, true), 'amend')
    if (isRefusal(record)) return record
    const { row, at, everywhere } = amendment
    const [one] = await stagedRows(tx, id, [row])
    if (one === undefined || at >= record.inspection.columns.length) return refuse('not-found')
    const alike = everywhere ? await rowsWithCell(tx, id, at, one.cells[at] ?? '', atOnce + 1) : [row]
    if (alike.length > atOnce) return refuse('too-many-rows', { rule: '1.6', facts: { limit: atOnce } })
    const before = everywhere ? await stagedRows(tx, id, alike) : [one]
    const after = before.map((staged) => reread(importing, record, staged, at, amendment.value))
    await saveAmended(tx, id, after)
    const keys = [...before, ...after].flatMap((staged) => staged.key ?? [])
    const touched = [...new Set([...alike, ...(await rowsWithKeys(tx, id, [...new Set(keys)]))])]
    await judgeAgain(importing, tx, record, touched)
    return { rows: touched.toSorted((a, b) => a - b) }
  })
}

function reread(importing: Importing, record: ImportRecord, staged: StagedRecord, at: number, value: string) {
  const target = targetOf(importing, record.entity).rules
  const width = record.inspection.columns.length
  const cells = Array.from({ length: Math.max(width, at + 1) }, (_, column) =>
    column === at ? storable(value) : (staged.cells[column] ?? ''),
  )
  const { values, problems } = makeReader(target, record.columns, record.options)(cells)
  const key = keyOf(record.options.keys, values, target)?.text ?? null
  return { row: staged.row, cells, values, problems: problems.length === 0 ? null : [...problems], key }
}

async function judgeAgain(
  importing: Importing,
  tx: Tx,
  record: ImportRecord,
  rows: readonly number[],
): Promise<void> {
  const setup = await setupOf(importing, tx, record)
  const staged = await stagedRows(tx, record.id, rows)
  await saveChecked(tx, record.id, await judgeRows(tx, setup, staged, { lock: false, suspecting: true }))
  if (setup.target.alike !== undefined)
    await saveAlike(tx, record.id, await setup.target.alike(tx, record.id, rows))
  await setImport(tx, record.id, { counts: await countStaged(tx, record.id) })
}

/** Says what becomes of rows: brought in as new, put into the record they resemble, or left out; null takes it back. */
export async function decide(
  importing: Importing,
  actor: Actor,
  id: string,
  wanted: {
    readonly rows?: readonly number[] | undefined
    readonly verdict?: string | undefined
    readonly decision: Decision | null
  },
): Promise<{ rows: number } | Refusal> {
  return await commandAs(importing.db, actor, 'decide-import', async (tx) => {
    const record = fit(await takeImport(tx, id, true), 'amend')
    if (isRefusal(record)) return record
    const rows = wanted.rows ?? (await rowsWithVerdict(tx, id, wanted.verdict ?? '', atOnce + 1))
    if (rows.length > atOnce) return refuse('too-many-rows', { rule: '1.6', facts: { limit: atOnce } })
    await decideRows(tx, id, rows, wanted.decision)
    await judgeAgain(importing, tx, record, rows)
    return { rows: rows.length }
  })
}

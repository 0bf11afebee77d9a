import type { Actor } from '../../platform/server/database/actor.ts'
import { readAs } from '../../platform/server/database/transaction.ts'
import { writeCsv } from '../../platform/server/tables/write-csv.ts'
import type { CellProblem } from '../target.ts'
import type { Importing } from './importing.ts'
import type { ImportRecord } from './queries/import.ts'
import { type StagedRecord, failedAfter } from './queries/staged.ts'
import type { Sentences } from './sentences.ts'

const page = 500

/** The rows that did not come in as a CSV file: the cells as they stand, and before them the row and the reason in words. */
export function failedRowsFile(
  importing: Importing,
  actor: Actor,
  record: ImportRecord,
  say: Sentences,
): AsyncGenerator<Uint8Array> {
  return writeCsv(lines(importing, actor, record, say))
}

async function* lines(importing: Importing, actor: Actor, record: ImportRecord, say: Sentences) {
  yield [say('row'), say('reason'), ...record.inspection.columns.map((column) => column.header)]
  let after = 0
  for (;;) {
    const rows = await readAs(importing.db, actor, (tx) => failedAfter(tx, record.id, after, page))
    for (const row of rows) yield [row.row, reasonOf(row, say), ...row.cells]
    const last = rows.at(-1)
    if (last === undefined || rows.length < page) return
    after = last.row
  }
}

function reasonOf(row: StagedRecord, say: Sentences): string {
  const problems = row.fault === null ? (row.problems ?? []) : [row.fault]
  if (problems.length > 0) return problems.map((problem) => problemText(problem, say)).join('; ')
  if (row.decision === 'leave') return say('verdict.left')
  const why = say(`verdict.${row.verdict ?? 'left'}`)
  return row.candidate === null ? why : `${why}: ${row.candidate.label}`
}

/** 'Phone "abc": not a number'. */
export function problemText(problem: CellProblem, say: Sentences): string {
  const { code, field, value, facts } = problem
  const what = say(`problem.${code}`, facts)
  const cell = value === undefined ? '' : ` “${value}”`
  return field === undefined ? `${what}${cell}` : `${say(`field.${field}`)}${cell}: ${what}`
}

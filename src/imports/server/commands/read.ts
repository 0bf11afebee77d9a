import { readTable } from '../../../platform/server/tables/read.ts'
import { TableRefused, type TableProblem } from '../../../platform/server/tables/problem.ts'
import type { Row } from '../../../platform/server/tables/table.ts'
import { commandAs } from '../../../platform/server/database/transaction.ts'
import { keyOf } from '../../keys.ts'
import type { CellProblem } from '../../target.ts'
import { type Importing, targetOf } from '../importing.ts'
import { tableOptions } from '../inspect.ts'
import { makeReader } from '../normalise.ts'
import { type ImportRecord, setImport, takeImport } from '../queries/import.ts'
import { countStaged, insertStaged } from '../queries/staged.ts'
import { spoolPath } from '../spool.ts'
import { storable } from '../storable.ts'

const mostRows = 2000
const mostCharacters = 4_000_000

/**
 * Reads the file into staged rows, from where an earlier try stopped. Each batch and the progress are one transaction,
 * so a row is staged once however often this is begun. A file that can't be read fails the import, saying where.
 */
export async function readRows(importing: Importing, record: ImportRecord): Promise<void> {
  const path = spoolPath(importing.dataFolder, record.id)
  let position = record.position
  try {
    const rows = readTable(path, {
      ...tableOptions({ ...record.reading, headerRow: record.inspection.headerRow }),
      startAtRow: position + 1,
      batchSize: 100,
    })
    for await (const batch of inChunks(rows)) {
      const last = batch.at(-1)?.number ?? position
      if (!(await stage(importing, record, position, batch, last))) return
      position = last
    }
    await finishReading(importing, record, position)
  } catch (error) {
    if (!(error instanceof TableRefused)) throw error
    await fail(importing, record, { ...error.problem })
  }
}

async function* inChunks(batches: AsyncIterable<Row[]>): AsyncGenerator<Row[]> {
  let chunk: Row[] = []
  let characters = 0
  for await (const batch of batches) {
    for (const row of batch) {
      chunk.push(row)
      for (const cell of row.cells) characters += cell.length
    }
    if (chunk.length < mostRows && characters < mostCharacters) continue
    yield chunk
    chunk = []
    characters = 0
  }
  if (chunk.length > 0) yield chunk
}

/** False when the import is no longer ours to read: cancelled, or another worker is ahead. */
async function stage(
  importing: Importing,
  record: ImportRecord,
  position: number,
  batch: readonly Row[],
  last: number,
): Promise<boolean> {
  const target = targetOf(importing, record.entity).rules
  const read = makeReader(target, record.columns, record.options)
  const rows = batch.map((row) => {
    const cells = row.cells.map(storable)
    const { values, problems } = row.problem === undefined ? read(cells) : { values: {}, problems: [] }
    return {
      row: row.number,
      cells,
      fault: row.problem === undefined ? null : faultOf(row.problem),
      values,
      problems: problems.length === 0 ? null : [...problems],
      key: keyOf(record.options.keys, values, target)?.text ?? null,
    }
  })
  return await commandAs(importing.db, actor(importing, record), 'read-import', async (tx) => {
    const current = await takeImport(tx, record.id, true)
    if (current === null || current.state !== 'reading' || current.position !== position) return false
    await insertStaged(tx, record.organizationId, record.id, rows)
    await setImport(tx, record.id, { position: last, attempts: 0 })
    return true
  })
}

function faultOf(problem: TableProblem): CellProblem {
  const { code, row: _row, column, value, limit } = problem
  const facts = { ...(column === undefined ? {} : { column }), ...(limit === undefined ? {} : { limit }) }
  return { code, facts, ...(value === undefined ? {} : { value: storable(value) }) }
}

async function finishReading(importing: Importing, record: ImportRecord, position: number): Promise<void> {
  await commandAs(importing.db, actor(importing, record), 'read-import', async (tx) => {
    const current = await takeImport(tx, record.id, true)
    if (current === null || current.state !== 'reading' || current.position !== position) return
    const counts = await countStaged(tx, record.id)
    const total = Object.values(counts).reduce((sum, n) => sum + n, 0)
    const nothing = total === 0
    await setImport(tx, record.id, {
      total,
      position: 0,
      state: nothing ? 'failed' : 'checking',
      failure: nothing ? { code: 'no-rows' } : null,
    })
  })
}

async function fail(importing: Importing, record: ImportRecord, problem: TableProblem): Promise<void> {
  await commandAs(importing.db, actor(importing, record), 'read-import', async (tx) => {
    const current = await takeImport(tx, record.id, true)
    if (current?.state === 'reading')
      await setImport(tx, record.id, { state: 'failed', failure: { ...problem } })
  })
}

function actor(importing: Importing, record: ImportRecord) {
  return importing.actorFor(record.organizationId, record.startedBy)
}

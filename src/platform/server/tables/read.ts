import { guessHeaderRow, isBlank, widthOf } from './header.ts'
import { firstRows } from './inspect.ts'
import { TABLE_LIMITS } from './limits.ts'
import { openTable, type OpenTable } from './open.ts'
import { problem } from './problem.ts'
import { spool } from './spool.ts'
import type { Row, TableOptions, TableSource } from './table.ts'

/**
 * The rows below the header, blank ones left out, in batches of `batchSize` (500), every value a string;
 * memory stays bounded whatever the file holds. Rows are as wide as the header at least. A row that can't
 * be taken as it stands carries its problem; a file that can't be read throws TableRefused.
 */
export async function* readTable(source: TableSource, options: TableOptions = {}): AsyncGenerator<Row[]> {
  const limits = { ...TABLE_LIMITS, ...options.limits }
  const file = await spool(source, limits.fileBytes)
  try {
    yield* batches(await openTable(file.path, options, limits), options)
  } finally {
    await file.remove()
  }
}

async function* batches(table: OpenTable, options: TableOptions): AsyncGenerator<Row[]> {
  const headerRow = options.headerRow ?? guessHeaderRow(await firstRows(table))
  const size = options.batchSize ?? 500
  // A spreadsheet says which column each cell is in: nothing can have slipped.
  const rules = { long: table.kind === 'csv', short: table.kind === 'csv' && options.shortRows !== 'fill' }
  let shape: Shape | undefined
  let batch: Row[] = []
  for await (const row of table.rows()) {
    if (row.number === headerRow) shape = shapeOf(row)
    if (row.number <= headerRow || isBlank(row)) continue
    shape ??= shapeOf(row)
    if (row.number < (options.startAtRow ?? 1)) continue
    batch.push(fitted(row, shape, rules))
    if (batch.length < size) continue
    yield batch
    batch = []
  }
  if (batch.length > 0) yield batch
}

/** Cells of the header: all that were written, and those up to the last name. */
type Shape = { readonly written: number; readonly named: number }

function shapeOf(row: Row): Shape {
  return { written: row.cells.length, named: widthOf(row) }
}

/**
 * Gives a row the header's width. Without a cell for every name, or with text beyond the header, a CSV
 * row has most likely lost or gained a delimiter, and nobody knows where: that is its problem.
 */
function fitted(row: Row, shape: Shape, wrong: { long: boolean; short: boolean }): Row {
  const filled = widthOf(row)
  const tooShort = wrong.short && row.cells.length < shape.named
  const tooLong = wrong.long && filled > shape.written
  const cells = row.cells.slice(
    0,
    Math.max(shape.written, row.cells.findLastIndex((cell) => cell !== '') + 1),
  )
  while (cells.length < shape.written) cells.push('')
  if (row.problem || (!tooShort && !tooLong)) return { ...row, cells }
  const value = String(tooShort ? row.cells.length : filled)
  const limit = tooShort ? shape.named : shape.written
  return { ...row, cells, problem: problem('ragged-row', { row: row.number, value, limit }) }
}

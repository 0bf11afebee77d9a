import { pipeline } from 'node:stream'
import { CsvError, Parser } from 'csv-parse'
import type { TableLimits } from '../limits.ts'
import { problem, refuseTable, type TableProblem } from '../problem.ts'
import type { Delimiter, Row, TextEncoding } from '../table.ts'
import { decodedText } from './decode.ts'
import { directive } from './delimiter.ts'
import { plain } from './formula.ts'

/** Columns a row may have beyond the limit as long as they are empty: Excel writes up to 16,384. */
const EMPTY_COLUMNS = 65_536

/** How far csv-parse has come inside the row it is reading; it has these fields but no types for them. */
type Unfinished = {
  readonly state: { readonly record: readonly string[]; readonly field: { readonly length: number } }
}

/** How a CSV file is written. `neutralised`: formulas carry an apostrophe that is no part of the text. */
export type CsvForm = {
  readonly encoding: TextEncoding
  readonly delimiter: Delimiter
  readonly neutralised: boolean
}

/**
 * The rows of a CSV file from its first line, blank ones included, in bounded memory. Quotes inside a
 * cell that isn't quoted are taken as they stand (5" pipe). Throws TableRefused.
 */
export async function* csvRows(path: string, form: CsvForm, limits: TableLimits): AsyncGenerator<Row> {
  const parser = new Parser({
    delimiter: form.delimiter,
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_quotes: true,
    relax_column_count: true,
    max_record_size: limits.rowLength,
  })
  pipeline(guarded(decodedText(path, form.encoding), parser, limits), parser, () => {})
  let number = 0
  try {
    for await (const record of parser) {
      number += 1
      yield checked(number, record as string[], form, limits)
    }
  } catch (cause) {
    throw asProblem(cause, parser.info.records + 1, limits)
  }
}

/** Hands the text on piece by piece, looking between pieces whether a row or cell has outgrown its limit. */
async function* guarded(pieces: AsyncIterable<string>, parser: Parser, limits: TableLimits) {
  const { state } = parser as unknown as Unfinished
  let first = true
  for await (const piece of pieces) {
    yield first ? piece.slice(directive(piece)?.length ?? 0) : piece
    first = false
    const row = parser.info.records + 1
    const column = state.record.length + 1
    // A character of UTF-16 takes at most three bytes in the parser's UTF-8.
    if (state.field.length > 3 * limits.cellLength) {
      throw refuseTable('cell-too-long', { row, column, limit: limits.cellLength })
    }
    if (column > EMPTY_COLUMNS) throw refuseTable('too-many-columns', { row, limit: limits.columns })
  }
}

function checked(number: number, record: string[], form: CsvForm, limits: TableLimits): Row {
  if (number > limits.rows) throw refuseTable('too-many-rows', { row: number, limit: limits.rows })
  const cells = record.length > limits.columns ? cutEmpty(number, record, limits) : record
  let found: TableProblem | undefined
  for (let i = 0; i < cells.length; i++) {
    const written = cells[i] ?? ''
    const cell = form.neutralised ? plain(written) : written
    cells[i] = cell
    found ??= problemOf(cell, number, i + 1, limits)
  }
  return found ? { number, cells, problem: found } : { number, cells }
}

function cutEmpty(row: number, record: string[], limits: TableLimits): string[] {
  const filled = record.findLastIndex((cell) => cell !== '') + 1
  if (filled > limits.columns) {
    throw refuseTable('too-many-columns', { row, value: String(filled), limit: limits.columns })
  }
  return record.slice(0, limits.columns)
}

function problemOf(cell: string, row: number, column: number, limits: TableLimits): TableProblem | undefined {
  if (cell.length > limits.cellLength) {
    return problem('cell-too-long', { row, column, value: cell, limit: limits.cellLength })
  }
  if (cell.includes('\0')) return problem('nul-character', { row, column, value: cell.replaceAll('\0', '␀') })
  if (cell.includes('\uFFFD')) return problem('undecodable', { row, column, value: cell })
  return undefined
}

function asProblem(cause: unknown, row: number, limits: TableLimits): unknown {
  if (!(cause instanceof CsvError)) return cause
  if (cause.code === 'CSV_QUOTE_NOT_CLOSED') return refuseTable('unclosed-quote', { row })
  if (cause.code === 'CSV_MAX_RECORD_SIZE')
    return refuseTable('row-too-long', { row, limit: limits.rowLength })
  return cause
}

import type { Readable } from 'node:stream'
import type { TableLimits } from './limits.ts'
import type { TableProblem } from './problem.ts'

/** A path on this machine, or a stream (copied to a temporary file first, removed afterwards). */
export type TableSource = string | Readable

export const TEXT_ENCODINGS = [
  'utf-8',
  'utf-16le',
  'utf-16be',
  'windows-1252',
  'gb18030',
  'big5',
  'shift_jis',
] as const
export type TextEncoding = (typeof TEXT_ENCODINGS)[number]

export const DELIMITERS = [',', ';', '\t', '|'] as const
export type Delimiter = (typeof DELIMITERS)[number]

/** One line of a table. `number` is the row a person sees in a spreadsheet, from 1. */
export type Row = {
  readonly number: number
  readonly cells: readonly string[]
  /** Something is wrong with this row: its cells are as found and must not be taken as they stand. */
  readonly problem?: TableProblem
}

/** What is left unsaid is guessed from the file. */
export type TableOptions = {
  readonly sheet?: string
  readonly encoding?: TextEncoding
  readonly delimiter?: Delimiter
  /** Row that holds the column names; 0 when there is none. */
  readonly headerRow?: number
  /** First row wanted, for going on where an earlier reading stopped. */
  readonly startAtRow?: number
  readonly batchSize?: number
  /** A CSV row shorter than the header: a problem, or the missing cells are empty. */
  readonly shortRows?: 'problem' | 'fill'
  /** Take away the apostrophe that `writeCsv` puts before formulas (default), or leave CSV cells alone. */
  readonly apostrophes?: 'remove' | 'keep'
  readonly limits?: Partial<TableLimits>
}

/** What can be written into a cell; null leaves it empty. */
export type CellToWrite = string | number | null
export type RowsToWrite = AsyncIterable<readonly CellToWrite[]> | Iterable<readonly CellToWrite[]>

export type Sheet = { readonly name: string; readonly hidden: boolean }

export type TableInspection = {
  readonly kind: 'csv' | 'xlsx'
  readonly bytes: number
  readonly encoding?: TextEncoding
  readonly delimiter?: Delimiter
  /** Empty for CSV. */
  readonly sheets: readonly Sheet[]
  /** The sheet that was looked at. */
  readonly sheet?: string
  /** 0: no row looks like a header. */
  readonly headerRow: number
  /** Column names as they stand in the header row, cut after the last column that holds anything. */
  readonly header: readonly string[]
  /** Columns (from 1) without a name, and columns whose name appears earlier. */
  readonly unnamed: readonly number[]
  readonly repeated: readonly number[]
  /** The first 20 rows that aren't blank, from the top of the file. */
  readonly firstRows: readonly Row[]
}

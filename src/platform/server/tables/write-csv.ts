import { neutralised } from './text/formula.ts'
import type { CellToWrite, Delimiter, RowsToWrite } from './table.ts'

export type CsvOptions = {
  readonly delimiter?: Delimiter
  /** A byte-order mark, without which Excel takes UTF-8 for something else; true unless said otherwise. */
  readonly mark?: boolean
  /**
   * Puts an apostrophe before texts that a spreadsheet would run as a formula; true unless said otherwise.
   * Only a file that no person opens may go without (and is read back with `apostrophes: 'keep'`).
   */
  readonly neutralise?: boolean
}

const PIECE = 65_536

/**
 * A CSV file (RFC 4180: CRLF, quotes doubled) in UTF-8, made as it is read. `readTable` gives the same
 * texts back. Numbers are written as they are: a formula needs a text to hide in.
 */
export async function* writeCsv(rows: RowsToWrite, options: CsvOptions = {}): AsyncGenerator<Uint8Array> {
  const delimiter = options.delimiter ?? ','
  const neutralise = options.neutralise ?? true
  let text = (options.mark ?? true) ? '\uFEFF' : ''
  for await (const row of rows) {
    text += `${row.map((cell) => cellText(cell, neutralise)).join(delimiter)}\r\n`
    if (text.length < PIECE) continue
    yield Buffer.from(text)
    text = ''
  }
  if (text !== '') yield Buffer.from(text)
}

/** Texts that no reader could take for anything but a plain cell: anything else is quoted. */
const PLAIN = /^[\p{L}\p{N}](?:[\p{L}\p{N}\p{M} .()_/-]*[\p{L}\p{N}.)])?$/u

function cellText(cell: CellToWrite, neutralise: boolean): string {
  if (cell === null || cell === '') return ''
  if (typeof cell === 'number') return String(cell)
  const text = neutralise ? neutralised(cell) : cell
  return PLAIN.test(text) ? text : `"${text.replaceAll('"', '""')}"`
}

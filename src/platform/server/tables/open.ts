import { guessEncoding } from './text/encoding.ts'
import { csvRows } from './text/csv.ts'
import { decodedText } from './text/decode.ts'
import { directive, guessDelimiter } from './text/delimiter.ts'
import { headOf, kindByMagic, kindByText } from './kind.ts'
import type { TableLimits } from './limits.ts'
import { refuseTable } from './problem.ts'
import type { Delimiter, Row, Sheet, TableOptions, TextEncoding } from './table.ts'

/** A table found in a file: what it is and how to go through its rows, as often as wanted. */
export type OpenTable = {
  readonly kind: 'csv' | 'xlsx'
  readonly encoding?: TextEncoding
  readonly delimiter?: Delimiter
  readonly sheets: readonly Sheet[]
  readonly sheet?: string
  /** Rows from the top, in order. */
  readonly rows: () => AsyncGenerator<Row>
}

/** Recognises the file at `path`. Throws TableRefused when it is none of the kinds that are read. */
export async function openTable(
  path: string,
  options: TableOptions,
  limits: TableLimits,
): Promise<OpenTable> {
  const head = await headOf(path)
  if (head.length === 0) throw refuseTable('empty-file')
  const kind = kindByMagic(head)
  if (kind !== undefined) throw refuseTable('kind-not-read', { value: kind })
  return openText(path, options, limits)
}

async function openText(path: string, options: TableOptions, limits: TableLimits): Promise<OpenTable> {
  const encoding = options.encoding ?? (await textEncoding(path))
  const start = await beginning(path, encoding)
  if (start.trim() === '') throw refuseTable('empty-file')
  const other = kindByText(start)
  if (other) throw refuseTable('kind-not-read', { value: other })
  const said = directive(start)
  const delimiter = options.delimiter ?? said?.delimiter ?? guessDelimiter(start)
  return {
    kind: 'csv',
    encoding,
    delimiter,
    sheets: [],
    rows: () => csvRows(path, encoding, delimiter, limits),
  }
}

async function textEncoding(path: string): Promise<TextEncoding> {
  const { encoding, binary } = await guessEncoding(path)
  if (binary) throw refuseTable('kind-not-read', { value: 'binary' })
  return encoding
}

async function beginning(path: string, encoding: TextEncoding): Promise<string> {
  for await (const text of decodedText(path, encoding)) return text
  return ''
}

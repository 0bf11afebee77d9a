import { guessEncoding } from './text/encoding.ts'
import { csvRows } from './text/csv.ts'
import { decodedText } from './text/decode.ts'
import { directive, guessDelimiter } from './text/delimiter.ts'
import { headOf, kindByMagic, kindByText } from './kind.ts'
import type { TableLimits } from './limits.ts'
import { refuseTable } from './problem.ts'
import { readMerges } from './xlsx/merges.ts'
import { sheetRows } from './xlsx/sheet.ts'
import { openWorkbook } from './xlsx/workbook.ts'
import { compoundContent, zipContent } from './zip/content.ts'
import { readDirectory } from './zip/directory.ts'
import { partBytes } from './zip/part.ts'
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
  if (kind === undefined) return openText(path, options, limits)
  if (kind === 'container-zip') return openZip(path, options, limits)
  throw refuseTable('kind-not-read', { value: kind === 'container-cfb' ? await compoundContent(path) : kind })
}

async function openZip(path: string, options: TableOptions, limits: TableLimits): Promise<OpenTable> {
  const zip = await readDirectory(path, limits)
  const content = await zipContent(zip, limits)
  if (content !== 'xlsx') throw refuseTable('kind-not-read', { value: content })
  const workbook = await openWorkbook(zip, limits)
  const { sheet: wanted } = options
  const chosen =
    wanted === undefined
      ? (workbook.sheets.find((sheet) => !sheet.hidden) ?? workbook.sheets[0])
      : workbook.sheets.find((sheet) => sheet.name === wanted)
  if (!chosen) throw refuseTable('sheet-not-found', { value: wanted ?? '' })
  const bytes = () => partBytes(zip, chosen.entry, limits)
  const { from1904 } = workbook
  return {
    kind: 'xlsx',
    sheets: workbook.sheets.map(({ name, hidden }) => ({ name, hidden })),
    sheet: chosen.name,
    rows: async function* rows() {
      const [strings, styles] = [await workbook.strings(), await workbook.styles()]
      const merges = await readMerges(bytes())
      yield* sheetRows(bytes(), { strings, styles, from1904, merges, limits })
    },
  }
}

async function openText(path: string, options: TableOptions, limits: TableLimits): Promise<OpenTable> {
  const encoding = options.encoding ?? (await textEncoding(path))
  const start = await beginning(path, encoding)
  if (start.trim() === '') throw refuseTable('empty-file')
  const other = kindByText(start)
  if (other) throw refuseTable('kind-not-read', { value: other })
  const said = directive(start)
  const delimiter = options.delimiter ?? said?.delimiter ?? guessDelimiter(start)
  const form = { encoding, delimiter, neutralised: options.apostrophes !== 'keep' }
  return { kind: 'csv', encoding, delimiter, sheets: [], rows: () => csvRows(path, form, limits) }
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

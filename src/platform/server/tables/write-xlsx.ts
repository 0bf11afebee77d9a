import { TABLE_LIMITS } from './limits.ts'
import { refuseTable } from './problem.ts'
import type { CellToWrite, RowsToWrite } from './table.ts'
import {
  CONTENT_TYPES,
  ROOT_RELATIONS,
  SHEET_START,
  STYLES,
  WORKBOOK_RELATIONS,
  workbookPart,
} from './xlsx/parts.ts'
import { columnLetters } from './xlsx/reference.ts'
import { zipped } from './zip/write.ts'

export type XlsxOptions = {
  readonly sheet?: string
  /** The first row is set in bold and stays in sight; true unless said otherwise. */
  readonly header?: boolean
}

/**
 * An XLSX file with one sheet, made as it is read: memory doesn't grow with the rows. Texts are written as
 * texts, never as formulas, in cells of text format, so that 00123 stays 00123 when edited. Throws
 * TableRefused for what the format can't hold (32,767 characters a cell, 1,048,576 rows).
 */
export function writeXlsx(rows: RowsToWrite, options: XlsxOptions = {}): AsyncGenerator<Uint8Array> {
  const header = options.header ?? true
  return zipped([
    { name: '[Content_Types].xml', text: [CONTENT_TYPES] },
    { name: '_rels/.rels', text: [ROOT_RELATIONS] },
    { name: 'xl/workbook.xml', text: [workbookPart(escaped(sheetName(options.sheet ?? '')))] },
    { name: 'xl/_rels/workbook.xml.rels', text: [WORKBOOK_RELATIONS] },
    { name: 'xl/styles.xml', text: [STYLES] },
    { name: 'xl/worksheets/sheet1.xml', text: sheetText(rows, header) },
  ])
}

/** Excel allows 31 characters and none of []:*?/\ */
function sheetName(wanted: string): string {
  const name = wanted
    .replace(/[[\]:*?/\\\p{Cc}]/gu, ' ')
    .trim()
    .slice(0, 31)
    .toWellFormed()
  return name === '' ? '1' : name
}

const PANE =
  '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>'

async function* sheetText(rows: RowsToWrite, header: boolean): AsyncGenerator<string> {
  yield SHEET_START
  if (header) yield PANE
  yield '<sheetData>'
  let number = 0
  let text = ''
  for await (const row of rows) {
    number += 1
    if (number > TABLE_LIMITS.rows)
      throw refuseTable('too-many-rows', { row: number, limit: TABLE_LIMITS.rows })
    text += rowText(row, number, header && number === 1)
    if (text.length < 65_536) continue
    yield text
    text = ''
  }
  yield `${text}</sheetData></worksheet>`
}

function rowText(row: readonly CellToWrite[], number: number, bold: boolean): string {
  const cells = row.map((cell, i) => {
    if (cell === '' || cell === null) return ''
    const reference = `${columnLetters(i + 1)}${number}`
    if (typeof cell === 'number') return `<c r="${reference}" s="2"><v>${cell}</v></c>`
    if (cell.length > TABLE_LIMITS.cellLength) {
      throw refuseTable('cell-too-long', {
        row: number,
        column: i + 1,
        value: cell,
        limit: TABLE_LIMITS.cellLength,
      })
    }
    const text = `<is><t xml:space="preserve">${escaped(cell)}</t></is>`
    return `<c r="${reference}" t="inlineStr"${bold ? ' s="1"' : ''}>${text}</c>`
  })
  return `<row r="${number}">${cells.join('')}</row>`
}

const MARKUP: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
/** Characters XML can't hold or changes, half characters, and texts that look like the way these are written. */
const UNWRITABLE = /[^\t\n\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]|_(?=x[0-9a-f]{4}_)/giu

/** Text for XML; what it can't hold is written as Excel does, _x0001_ (ECMA-376 part 1, 22.9.2.19). */
function escaped(text: string): string {
  return text
    .replace(UNWRITABLE, (unit) => `_x${unit.charCodeAt(0).toString(16).padStart(4, '0').toUpperCase()}_`)
    .replace(/[&<>"]/g, (sign) => MARKUP[sign] ?? sign)
}

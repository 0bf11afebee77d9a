import { problem, refuseTable, type TableProblem } from '../problem.ts'
import type { SheetContext } from './sheet.ts'
import { unescaped } from './strings.ts'
import { shown } from './value.ts'

/** A cell as the sheet writes it; `text` is an inline text, `value` the rest, `formula` only its beginning. */
export type RawCell = {
  readonly column: number
  readonly type: string
  readonly style: number
  readonly value: string
  readonly text: string
  readonly formula: string | undefined
}

export type CellValue = { readonly value: string; readonly wrong?: TableProblem }

/** The text a cell comes out as, and what is wrong with it. */
export function valueOf(cell: RawCell, row: number, context: SheetContext): CellValue {
  const { column } = cell
  const value = textOf(cell, row, context)
  if (cell.type === 'e') return { value, wrong: problem('cell-error', { row, column, value }) }
  if (cell.formula !== undefined && cell.value === '' && cell.type !== 'str') {
    return { value, wrong: problem('formula-without-value', { row, column, value: `=${cell.formula}` }) }
  }
  const limit = context.limits.cellLength
  if (value.length > limit) return { value, wrong: problem('cell-too-long', { row, column, value, limit }) }
  if (value.includes('\0')) {
    return { value, wrong: problem('nul-character', { row, column, value: value.replaceAll('\0', '␀') }) }
  }
  if (value.includes('\uFFFD')) return { value, wrong: problem('undecodable', { row, column, value }) }
  return { value }
}

function textOf(cell: RawCell, row: number, context: SheetContext): string {
  switch (cell.type) {
    case 's':
      return cell.value === '' ? '' : sharedText(cell, row, context)
    case 'inlineStr':
      return detached(cell.text)
    case 'b':
      return cell.value === '' ? '' : String(cell.value.trim() === '1')
    case 'd':
      return detached(cell.value.trim().replace(/T00:00:00(?:\.0+)?Z?$/, ''))
    case 'n':
      return shown(detached(cell.value), context.styles[cell.style] ?? { as: 'number' }, context.from1904)
    default:
      return detached(unescaped(cell.value))
  }
}

function sharedText(cell: RawCell, row: number, context: SheetContext): string {
  const text = /^\s*\d{1,9}\s*$/.test(cell.value) ? context.strings.at(Number(cell.value)) : undefined
  if (text === undefined) throw refuseTable('xml-damaged', { row, column: cell.column, value: cell.value })
  return text
}

/**
 * A copy that stands alone. A piece cut out of a larger string keeps all of that string in memory, and
 * whoever holds on to one cell of each row would hold the whole sheet.
 */
function detached(text: string): string {
  return text.length < 13 ? text : Buffer.from(text, 'utf16le').toString('utf16le')
}

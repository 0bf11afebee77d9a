import type { TableLimits } from '../limits.ts'
import { refuseTable, TableRefused, type TableProblem } from '../problem.ts'
import type { Row } from '../table.ts'
import { valueOf } from './cell.ts'
import { MergedAbove, type Merges } from './merges.ts'
import { columnNumber } from './reference.ts'
import { textListener, type SharedStrings } from './strings.ts'
import type { NumberStyle } from './styles.ts'
import { hearXml, type XmlListener } from './xml.ts'

/** What the cells of a sheet refer to. */
export type SheetContext = {
  readonly strings: SharedStrings
  readonly styles: readonly NumberStyle[]
  readonly from1904: boolean
  readonly merges: Merges
  readonly limits: TableLimits
}

/**
 * The rows of one sheet in order, without those that hold nothing, cells from column A. Formulas count by
 * the value saved with them and are never worked out. Throws TableRefused.
 */
export async function* sheetRows(pieces: AsyncIterable<Buffer>, context: SheetContext): AsyncGenerator<Row> {
  const sheet = new SheetListener(context)
  try {
    for await (const _ of hearXml(pieces, sheet, 6 * context.limits.cellLength)) yield* sheet.take()
    yield* sheet.take()
  } catch (cause) {
    throw cause instanceof TableRefused ? sheet.placed(cause) : cause
  }
}

class SheetListener implements XmlListener {
  readonly #context: SheetContext
  readonly #text
  readonly #above: MergedAbove
  #ready: Row[] = []
  #row = 0
  #cells: string[] = []
  #length = 0
  #wrong: TableProblem | undefined
  #column = 0
  #type = 'n'
  #style = 0
  #value = ''
  #formula: string | undefined
  #inside: 'v' | 'f' | 'is' | undefined

  constructor(context: SheetContext) {
    this.#context = context
    this.#text = textListener(context.limits.cellLength)
    this.#above = new MergedAbove(context.merges, context.limits.columns)
  }

  /** Rows finished since the last call. */
  take(): Row[] {
    const rows = this.#ready
    this.#ready = []
    return rows
  }

  /** Says near which row something was found that only the XML knows. */
  placed(refused: TableRefused): TableRefused {
    const { code, row, ...facts } = refused.problem
    const near = row ?? (code === 'cell-too-long' || code === 'xml-damaged' ? this.#row : 0)
    return near === 0 ? refused : refuseTable(code, { row: near, ...facts })
  }

  open = (name: string, attributes: () => Readonly<Record<string, string>>) => {
    if (name === 'c') this.#openCell(attributes())
    else if (name === 'row') this.#openRow(attributes()['r'])
    else if (name === 'v' || name === 'is') this.#inside = name
    else if (name === 'f') {
      this.#inside = 'f'
      this.#formula = ''
    } else if (this.#inside === 'is') this.#text.open(name)
  }

  text = (text: string) => {
    if (this.#inside === 'is') this.#text.text(text)
    else if (this.#inside === 'f') this.#formula = text.slice(0, 80)
    else if (this.#inside === 'v' && this.#value.length <= this.#context.limits.cellLength)
      this.#value += text
  }

  close = (name: string) => {
    if (name === 'c') this.#closeCell()
    else if (name === 'row') this.#closeRow()
    else if (name === 'v' || name === 'is' || name === 'f') this.#inside = undefined
    else if (this.#inside === 'is') this.#text.close(name)
  }

  #openRow(written: string | undefined) {
    const row = written === undefined ? this.#row + 1 : Number(written)
    const { rows } = this.#context.limits
    if (!Number.isInteger(row) || row <= this.#row) {
      throw refuseTable('xml-damaged', { row: this.#row, value: `row ${written}` })
    }
    if (row > rows) throw refuseTable('too-many-rows', { row, limit: rows })
    this.#row = row
    this.#cells = []
    this.#length = 0
    this.#wrong = undefined
    this.#column = 0
  }

  #openCell({ r, t = 'n', s = '0' }: Readonly<Record<string, string>>) {
    this.#column = r === undefined ? this.#column + 1 : columnNumber(r.replace(/\d+$/, ''))
    this.#type = t
    this.#style = Number(s)
    this.#value = ''
    this.#formula = undefined
  }

  #closeCell() {
    const [row, column] = [this.#row, this.#column]
    const cell = { column, type: this.#type, style: this.#style, value: this.#value, formula: this.#formula }
    const { value, wrong } = valueOf({ ...cell, text: this.#text.take() }, row, this.#context)
    this.#wrong ??= wrong
    if (value === '') return
    const { columns, rowLength } = this.#context.limits
    if (column < 1) throw refuseTable('xml-damaged', { row })
    if (column > columns)
      throw refuseTable('too-many-columns', { row, value: String(column), limit: columns })
    this.#length += value.length
    if (this.#length > rowLength) throw refuseTable('row-too-long', { row, limit: rowLength })
    while (this.#cells.length < column) this.#cells.push('')
    this.#cells[column - 1] = value
  }

  #closeRow() {
    const [number, cells, problem] = [this.#row, this.#cells, this.#wrong]
    this.#above.fill(number, cells)
    if (cells.length > 0 || problem)
      this.#ready.push(problem ? { number, cells, problem } : { number, cells })
  }
}

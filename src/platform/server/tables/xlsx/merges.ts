import { columnNumber } from './reference.ts'

/** For a column, the rows under the top cell of each vertical merge: they show what that cell holds. */
export type Merges = ReadonlyMap<number, readonly { readonly top: number; readonly bottom: number }[]>

const MOST = 200_000
const TAG = 0x3c
const MERGE = /<(?:\w+:)?mergeCell\s[^>]*?ref="([A-Z]{1,3})(\d{1,7}):[A-Z]{1,3}(\d{1,7})"/g

/**
 * Finds merged cells that span rows; they are listed after the rows, so the sheet is gone through once
 * for them, without parsing it. Merges across columns need nothing: their text belongs to the first.
 */
export async function readMerges(pieces: AsyncIterable<Buffer>): Promise<Merges> {
  const found = new Map<number, { top: number; bottom: number }[]>()
  let count = 0
  let below = false
  let carried = ''
  let tagless = 0
  for await (const piece of pieces) {
    // An endless text: reading the rows will say so, no need to go to its end here.
    tagless = piece.includes(TAG) ? 0 : tagless + piece.length
    if (tagless > 1_000_000) return found
    const text = carried + piece.toString('latin1')
    below ||= rowsEnd(text)
    let used = 0
    if (below) {
      for (const match of text.matchAll(MERGE)) {
        used = match.index + match[0].length
        const [, letters = '', top, bottom] = match
        if (Number(bottom) > Number(top)) addTo(found, columnNumber(letters), Number(top), Number(bottom))
        if ((count += 1) >= MOST) return found
      }
      if (text.includes('</mergeCells') || text.includes('</x:mergeCells')) break
    }
    carried = text.slice(Math.max(used, text.length - 200))
  }
  return found
}

/** The closing tag of the rows is in it, whatever its prefix, or the tag of a sheet without any. */
function rowsEnd(text: string): boolean {
  const at = text.lastIndexOf('sheetData>')
  return (at > 0 && text[text.lastIndexOf('<', at) + 1] === '/') || text.includes('sheetData/>')
}

function addTo(
  found: Map<number, { top: number; bottom: number }[]>,
  column: number,
  top: number,
  bottom: number,
) {
  const merges = found.get(column)
  if (merges) merges.push({ top, bottom })
  else found.set(column, [{ top, bottom }])
}

/** Carries the text of each vertical merge down as the rows come by. */
export class MergedAbove {
  readonly #columns: {
    column: number
    merges: readonly { top: number; bottom: number }[]
    next: number
    text: string
  }[]

  constructor(merges: Merges, columns: number) {
    this.#columns = [...merges]
      .filter(([column]) => column <= columns)
      .map(([column, list]) => ({
        column,
        merges: list.toSorted((a, b) => a.top - b.top),
        next: 0,
        text: '',
      }))
  }

  /** Fills the cells of row `row` that lie under the top of a merge; rows must come in order. */
  fill(row: number, cells: string[]) {
    for (const merged of this.#columns) {
      while ((merged.merges[merged.next]?.bottom ?? row) < row) {
        merged.next += 1
        merged.text = ''
      }
      const merge = merged.merges[merged.next]
      if (!merge || row < merge.top) continue
      if (row === merge.top) merged.text = cells[merged.column - 1] ?? ''
      else if (merged.text !== '') {
        while (cells.length < merged.column) cells.push('')
        cells[merged.column - 1] ||= merged.text
      }
    }
  }
}

import type { Row } from './table.ts'

/** Nothing in it but blanks. */
export function isBlank(row: Row): boolean {
  return row.cells.every((cell) => cell.trim() === '')
}

/** Cells up to the last one that holds anything. */
export function widthOf(row: Row): number {
  return row.cells.findLastIndex((cell) => cell.trim() !== '') + 1
}

/**
 * The row that names the columns, among the first rows of a file: the first one in which more than half
 * of the table's columns are filled, so that blank lines and a title above are passed over. The table is
 * as wide as most of these rows are (the wider of equals). 0 when every row is blank.
 */
export function guessHeaderRow(rows: readonly Row[]): number {
  const times = new Map<number, number>()
  for (const row of rows) {
    const width = widthOf(row)
    if (width > 0) times.set(width, (times.get(width) ?? 0) + 1)
  }
  const [usual] = [...times].toSorted(([a, often], [b, oftener]) => oftener - often || b - a)[0] ?? [0]
  const header = rows.find((row) => row.cells.filter((cell) => cell.trim() !== '').length > usual / 2)
  return header?.number ?? 0
}

/** Columns (from 1) that have no name, and columns whose name an earlier one already has (case apart). */
export function headerFaults(header: readonly string[]): { unnamed: number[]; repeated: number[] } {
  const names = header.map((name) => name.trim().normalize('NFC').toLowerCase())
  const unnamed: number[] = []
  const repeated: number[] = []
  names.forEach((name, i) => {
    if (name === '') unnamed.push(i + 1)
    else if (names.indexOf(name) < i) repeated.push(i + 1)
  })
  return { unnamed, repeated }
}

import { guessHeaderRow, headerFaults, isBlank, widthOf } from './header.ts'
import { TABLE_LIMITS } from './limits.ts'
import { openTable, type OpenTable } from './open.ts'
import { spool } from './spool.ts'
import type { Row, TableInspection, TableOptions, TableSource } from './table.ts'

/** Rows that aren't blank among which the header is looked for, and which are shown. */
const FIRST_ROWS = 20

/** The first rows that hold anything, from the top of the file. */
export async function firstRows(table: OpenTable): Promise<Row[]> {
  const rows: Row[] = []
  for await (const row of table.rows()) {
    if (!isBlank(row)) rows.push(row)
    if (rows.length === FIRST_ROWS) break
  }
  return rows
}

/**
 * Says what a file is and shows its beginning, for a person to confirm before anything is imported.
 * A stream is used up by it. Throws TableRefused when the file is no table.
 */
export async function inspectTable(
  source: TableSource,
  options: TableOptions = {},
): Promise<TableInspection> {
  const limits = { ...TABLE_LIMITS, ...options.limits }
  const file = await spool(source, limits.fileBytes)
  try {
    const table = await openTable(file.path, options, limits)
    const rows = await firstRows(table)
    const headerRow = options.headerRow ?? guessHeaderRow(rows)
    const { rows: _, ...found } = table
    return { ...found, bytes: file.bytes, headerRow, ...describeHeader(rows, headerRow), firstRows: rows }
  } finally {
    await file.remove()
  }
}

function describeHeader(rows: readonly Row[], headerRow: number) {
  const below = rows.filter((row) => row.number >= headerRow)
  const width = Math.max(0, ...below.map(widthOf))
  const named = rows.find((row) => row.number === headerRow)?.cells ?? []
  const header = headerRow === 0 ? [] : Array.from({ length: width }, (_, i) => named[i] ?? '')
  return { header, ...headerFaults(header) }
}

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readTable } from '../src/platform/server/tables/read.ts'
import { TableRefused, type TableProblem } from '../src/platform/server/tables/problem.ts'
import type { Row, TableOptions, TableSource } from '../src/platform/server/tables/table.ts'

const folder = mkdtempSync(join(tmpdir(), 'test-files-'))
process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
let count = 0

/** A temporary file with these bytes, gone when the test process ends; returns its path. */
export function aFile(bytes: string | Uint8Array): string {
  const path = join(folder, String((count += 1)))
  writeFileSync(path, bytes)
  return path
}

/** Every row of a table. */
export async function rowsOf(source: TableSource, options: TableOptions = {}): Promise<Row[]> {
  const rows: Row[] = []
  for await (const batch of readTable(source, options)) rows.push(...batch)
  return rows
}

/** The cells of every row below the header, problems or not. */
export async function cellsOf(
  source: TableSource,
  options: TableOptions = {},
): Promise<(readonly string[])[]> {
  return (await rowsOf(source, options)).map((row) => row.cells)
}

/** Why a table can't be read, or undefined when it can. */
export async function refusalOf(
  source: TableSource,
  options: TableOptions = {},
): Promise<TableProblem | undefined> {
  try {
    await rowsOf(source, options)
    return undefined
  } catch (cause) {
    if (cause instanceof TableRefused) return cause.problem
    throw cause
  }
}

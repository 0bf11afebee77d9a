import { inspectTable } from '../../platform/server/tables/inspect.ts'
import { readTable } from '../../platform/server/tables/read.ts'
import type { TableOptions } from '../../platform/server/tables/table.ts'
import { isNothing } from '../cell.ts'
import type { FileReading, Inspection } from '../options.ts'
import { storable } from './storable.ts'

/** How the file is read, as the reader of tables wants it. */
export function tableOptions(reading: FileReading): TableOptions {
  const given = Object.entries(reading).filter(([, value]) => value !== undefined)
  return { ...Object.fromEntries(given), limits: rowLimits } as TableOptions
}

/** Rows wait in memory by the hundred: a row of 400,000 characters is no customer. */
const rowLimits = { rowLength: 400_000, columns: 300 }
const looked = 1000
const kept = 30

/** Looks at a file. Throws TableRefused when it is no table. */
export async function inspectFile(path: string, reading: FileReading): Promise<Inspection> {
  const options = tableOptions(reading)
  const found = await inspectTable(path, options)
  const samples = new Map<number, Set<string>>()
  const rows: { row: number; cells: readonly string[] }[] = []
  let seen = 0
  for await (const batch of readTable(path, { ...options, headerRow: found.headerRow, batchSize: 200 })) {
    for (const { number, cells } of batch) {
      if (rows.length < 8) rows.push({ row: number, cells: cells.map(short) })
      cells.forEach((cell, at) => note(samples, at, cell))
    }
    seen += batch.length
    if (seen >= looked) break
  }
  const width = Math.max(found.header.length, ...[...samples.keys()].map((at) => at + 1), 0)
  return {
    kind: found.kind,
    bytes: found.bytes,
    encoding: found.encoding ?? null,
    delimiter: found.delimiter ?? null,
    sheets: found.sheets.map((sheet) => sheet.name),
    sheet: found.sheet ?? null,
    headerRow: found.headerRow,
    columns: Array.from({ length: width }, (_, at) => ({
      header: short(found.header[at] ?? ''),
      samples: [...(samples.get(at) ?? [])],
    })),
    repeated: found.repeated,
    rows,
  }
}

function note(samples: Map<number, Set<string>>, at: number, cell: string): void {
  if (isNothing(cell)) return
  const known = samples.get(at) ?? new Set()
  if (known.size < kept) known.add(short(cell))
  samples.set(at, known)
}

function short(cell: string): string {
  return storable(cell.length > 200 ? `${cell.slice(0, 199)}…` : cell)
}

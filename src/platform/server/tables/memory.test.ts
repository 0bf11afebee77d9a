import { execFile } from 'node:child_process'
import { createWriteStream } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { aFile } from '../../../../test/files.ts'
import { writeCsv } from './write-csv.ts'
import { writeXlsx } from './write-xlsx.ts'

const ROWS = 100_000

function* table() {
  yield Array.from({ length: 12 }, (_, column) => `Column ${column}`)
  for (let row = 0; row < ROWS; row++)
    yield Array.from({ length: 12 }, (_, column) => `row ${row} column ${column}`)
}

/** Reads in a process of its own, keeping one cell of each row as an import does, and says what that took. */
const READ = `
  const { readTable } = await import(process.argv[1])
  const rss = process.memoryUsage().rss
  const kept = new Set()
  let heap = 0
  for await (const batch of readTable(process.argv[2])) {
    for (const row of batch) kept.add(row.cells[0])
    heap = Math.max(heap, process.memoryUsage().heapUsed)
  }
  console.log(JSON.stringify({ kept: kept.size, grown: process.resourceUsage().maxRSS * 1024 - rss, heap }))`

async function measured(path: string): Promise<{ kept: number; grown: number; heap: number }> {
  const reader = new URL('read.ts', import.meta.url).href
  const { stdout } = await promisify(execFile)(process.execPath, [
    '--input-type=module',
    '-e',
    READ,
    reader,
    path,
  ])
  return JSON.parse(stdout) as { kept: number; grown: number; heap: number }
}

test.each([
  ['CSV', writeCsv],
  ['XLSX', writeXlsx],
])('100,000 rows of %s are read in bounded memory', { timeout: 60_000 }, async (_, write) => {
  const path = aFile('')
  await pipeline(Readable.from(write(table())), createWriteStream(path))
  const { kept, grown, heap } = await measured(path)
  expect(kept).toBe(ROWS)
  expect(grown / 1e6).toBeLessThan(200)
  expect(heap / 1e6).toBeLessThan(100)
})

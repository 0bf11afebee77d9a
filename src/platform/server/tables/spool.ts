import { createWriteStream } from 'node:fs'
import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { refuseTable } from './problem.ts'
import type { TableSource } from './table.ts'

export type Spooled = { readonly path: string; readonly bytes: number; readonly remove: () => Promise<void> }

/**
 * A table's file on disk: XLSX keeps its table of contents at the end and guessing needs a first look, so
 * a stream is copied to a temporary folder; `remove` takes it away again. Stops as soon as the limit is passed.
 */
export async function spool(source: TableSource, limit: number): Promise<Spooled> {
  if (typeof source !== 'string') return spoolStream(source, limit)
  const { size } = await stat(source)
  if (size > limit) throw refuseTable('file-too-large', { value: String(size), limit })
  return { path: source, bytes: size, remove: async () => {} }
}

async function spoolStream(source: Readable, limit: number): Promise<Spooled> {
  const folder = await mkdtemp(join(tmpdir(), 'table-'))
  const path = join(folder, 'table')
  const remove = () => rm(folder, { recursive: true, force: true })
  let bytes = 0
  try {
    await pipeline(
      source,
      async function* counted(pieces: AsyncIterable<Buffer | string>) {
        for await (const piece of pieces) {
          bytes += typeof piece === 'string' ? Buffer.byteLength(piece) : piece.length
          if (bytes > limit) throw refuseTable('file-too-large', { limit })
          yield piece
        }
      },
      createWriteStream(path, { mode: 0o600 }),
    )
    return { path, bytes, remove }
  } catch (cause) {
    await remove()
    throw cause
  }
}

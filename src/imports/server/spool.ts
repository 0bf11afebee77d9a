import { createWriteStream } from 'node:fs'
import { mkdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { TABLE_LIMITS } from '../../platform/server/tables/limits.ts'
import { type Refusal, refuse } from '../../values/refusal.ts'

/** Where an import's file waits until it has been read. Names are our own ids, never the sender's. */
export function spoolPath(dataFolder: string, importId: string): string {
  return join(dataFolder, 'imports', `${importId}.table`)
}

/** Writes a stream to disk under the size limit; answers the bytes. Nothing is left of one that fails. */
export async function spoolUpload(
  dataFolder: string,
  importId: string,
  source: Readable,
  limit: number = TABLE_LIMITS.fileBytes,
): Promise<number | Refusal<'too-large'>> {
  const path = spoolPath(dataFolder, importId)
  await mkdir(join(dataFolder, 'imports'), { recursive: true, mode: 0o700 })
  let bytes = 0
  let over = false
  try {
    await pipeline(
      source,
      async function* counted(pieces: AsyncIterable<Uint8Array>) {
        for await (const piece of pieces) {
          bytes += piece.length
          over = bytes > limit
          if (over) return
          yield piece
        }
      },
      createWriteStream(path, { mode: 0o600 }),
    )
  } catch (cause) {
    await removeSpooled(dataFolder, importId)
    throw cause
  }
  if (!over) return bytes
  await removeSpooled(dataFolder, importId)
  return refuse('too-large', { rule: '1.6', facts: { limit } })
}

export async function removeSpooled(dataFolder: string, importId: string): Promise<void> {
  await rm(spoolPath(dataFolder, importId), { force: true })
}

export async function isSpooled(dataFolder: string, importId: string): Promise<boolean> {
  return await stat(spoolPath(dataFolder, importId)).then(
    () => true,
    () => false,
  )
}

import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { pipeline } from 'node:stream'
import { crc32, createInflateRaw } from 'node:zlib'
import type { TableLimits } from '../limits.ts'
import { refuseTable } from '../problem.ts'
import type { Zip, ZipEntry } from './directory.ts'

const LOCAL = 0x04034b50
/** Below this an extreme ratio is harmless: empty sheets pack very well. */
const SMALL = 4_000_000

/**
 * The bytes of one entry, unpacked piece by piece and only as fast as they are taken. What the table of
 * contents says of size and checksum must turn out true, else it throws TableRefused in the middle.
 */
export async function* partBytes(zip: Zip, entry: ZipEntry, limits: TableLimits): AsyncGenerator<Buffer> {
  allow(entry, limits)
  const from = await dataStart(zip.path, entry)
  let size = 0
  let crc = 0
  for await (const piece of unpacked(zip.path, entry, from)) {
    size += piece.length
    if (size > entry.unpacked) throw differs(entry)
    crc = crc32(piece, crc)
    yield piece
  }
  if (size !== entry.unpacked) throw differs(entry)
  if (crc !== entry.crc) throw refuseTable('zip-damaged', { value: entry.name })
}

/** One whole entry as text, for the small parts; `most` bytes at the most. */
export async function partText(
  zip: Zip,
  entry: ZipEntry,
  most: number,
  limits: TableLimits,
): Promise<string> {
  if (entry.unpacked > most) throw tooLarge(entry, most)
  const pieces: Buffer[] = []
  for await (const piece of partBytes(zip, entry, limits)) pieces.push(piece)
  return Buffer.concat(pieces).toString('utf8')
}

function allow(entry: ZipEntry, limits: TableLimits) {
  if (entry.encrypted) throw refuseTable('kind-not-read', { value: 'password-protected' })
  if (entry.method !== 0 && entry.method !== 8) throw refuseTable('zip-damaged', { value: entry.name })
  if (entry.unpacked > limits.unpackedBytes) throw tooLarge(entry, limits.unpackedBytes)
  if (entry.unpacked > SMALL && entry.unpacked > entry.packed * limits.ratio) {
    const ratio = Math.round(entry.unpacked / Math.max(1, entry.packed))
    throw refuseTable('zip-ratio', { value: `${entry.name} (${ratio})`, limit: limits.ratio })
  }
}

function tooLarge(entry: ZipEntry, limit: number) {
  return refuseTable('zip-too-large', { value: `${entry.name} (${entry.unpacked})`, limit })
}

function differs(entry: ZipEntry) {
  return refuseTable('zip-size-differs', { value: entry.name, limit: entry.unpacked })
}

async function dataStart(path: string, entry: ZipEntry): Promise<number> {
  const file = await open(path)
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(30), 0, 30, entry.start)
    if (bytesRead < 30 || buffer.readUInt32LE(0) !== LOCAL)
      throw refuseTable('zip-damaged', { value: entry.name })
    const from = entry.start + 30 + buffer.readUInt16LE(26) + buffer.readUInt16LE(28)
    if (from + entry.packed > entry.end) throw refuseTable('zip-overlapping', { value: entry.name })
    return from
  } finally {
    await file.close()
  }
}

async function* unpacked(path: string, entry: ZipEntry, from: number): AsyncGenerator<Buffer> {
  if (entry.packed === 0) return
  const packed = createReadStream(path, { start: from, end: from + entry.packed - 1 })
  if (entry.method === 0) return yield* packed
  const inflate = createInflateRaw({ chunkSize: 65_536 })
  pipeline(packed, inflate, () => {})
  try {
    for await (const piece of inflate) yield piece as Buffer
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && String(cause.code).startsWith('Z_')) {
      throw refuseTable('zip-damaged', { value: entry.name })
    }
    throw cause
  }
}

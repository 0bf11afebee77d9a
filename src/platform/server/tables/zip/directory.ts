import { open, type FileHandle } from 'node:fs/promises'
import type { TableLimits } from '../limits.ts'
import { refuseTable } from '../problem.ts'

/** One file inside a zip, as its table of contents describes it. Sizes in bytes; nothing is trusted yet. */
export type ZipEntry = {
  readonly name: string
  readonly encrypted: boolean
  readonly method: number
  readonly crc: number
  readonly packed: number
  readonly unpacked: number
  /** Where its own header begins, and where the next thing in the file begins. */
  readonly start: number
  readonly end: number
}

export type Zip = { readonly path: string; readonly entries: ReadonlyMap<string, ZipEntry> }

const END = 0x06054b50
const ENTRY = 0x02014b50
const DIRECTORY_BYTES = 4_000_000

/**
 * Reads the table of contents of a zip, which is all that is believed about where things are: names are
 * only ever looked up, never used as paths. Refuses entries that share bytes, appear twice or lie outside
 * the file, and more of them than `limits.entries`. ZIP64, split and commented archives beyond 4 GB aren't needed.
 */
export async function readDirectory(path: string, limits: TableLimits): Promise<Zip> {
  const file = await open(path)
  try {
    const { size } = await file.stat()
    const end = await findEnd(file, size)
    if (end.count > limits.entries) {
      throw refuseTable('zip-too-many-entries', { value: String(end.count), limit: limits.entries })
    }
    if (end.length > DIRECTORY_BYTES || end.offset + end.length > size) throw refuseTable('zip-damaged')
    const bytes = await readAt(file, end.offset, end.length)
    return { path, entries: byName(fenced(parseEntries(bytes, end.count), end.offset)) }
  } finally {
    await file.close()
  }
}

async function readAt(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, position)
  if (bytesRead < length) throw refuseTable('zip-damaged')
  return buffer
}

async function findEnd(file: FileHandle, size: number) {
  const length = Math.min(size, 65_557)
  const tail = await readAt(file, size - length, length)
  for (let i = length - 22; i >= 0; i--) {
    if (tail.readUInt32LE(i) !== END) continue
    return {
      count: tail.readUInt16LE(i + 10),
      length: tail.readUInt32LE(i + 12),
      offset: tail.readUInt32LE(i + 16),
    }
  }
  throw refuseTable('zip-damaged')
}

function parseEntries(bytes: Buffer, count: number): Omit<ZipEntry, 'end'>[] {
  const entries: Omit<ZipEntry, 'end'>[] = []
  let at = 0
  for (let i = 0; i < count; i++) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== ENTRY) throw refuseTable('zip-damaged')
    const nameLength = bytes.readUInt16LE(at + 28)
    const extraLength = bytes.readUInt16LE(at + 30)
    const extra = bytes.subarray(at + 46 + nameLength, at + 46 + nameLength + extraLength)
    const [unpacked, packed, start] = wide(extra, [
      bytes.readUInt32LE(at + 24),
      bytes.readUInt32LE(at + 20),
      bytes.readUInt32LE(at + 42),
    ])
    entries.push({
      name: bytes.toString('utf8', at + 46, at + 46 + nameLength).replaceAll('\\', '/'),
      encrypted: (bytes.readUInt16LE(at + 8) & 1) === 1,
      method: bytes.readUInt16LE(at + 10),
      crc: bytes.readUInt32LE(at + 16),
      packed: packed ?? 0,
      unpacked: unpacked ?? 0,
      start: start ?? 0,
    })
    at += 46 + nameLength + extraLength + bytes.readUInt16LE(at + 32)
  }
  return entries
}

/** Some writers put sizes into a ZIP64 field even when they are small; it holds those that are all ones. */
function wide(extra: Buffer, values: readonly number[]): number[] {
  if (!values.includes(0xffffffff)) return [...values]
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
    if (extra.readUInt16LE(at) !== 1) continue
    let from = at + 4
    return values.map((value) => {
      if (value !== 0xffffffff) return value
      if (from + 8 > extra.length) throw refuseTable('zip-damaged')
      from += 8
      return Number(extra.readBigUInt64LE(from - 8))
    })
  }
  throw refuseTable('zip-damaged')
}

/** Gives each entry the place where the next begins, and refuses any that reaches beyond it. */
function fenced(entries: readonly Omit<ZipEntry, 'end'>[], directory: number): ZipEntry[] {
  const inOrder = entries.toSorted((a, b) => a.start - b.start)
  return inOrder.map((entry, i) => {
    const end = inOrder[i + 1]?.start ?? directory
    const least = entry.start + 30 + Buffer.byteLength(entry.name) + entry.packed
    if (least > end) throw refuseTable('zip-overlapping', { value: entry.name })
    return { ...entry, end }
  })
}

function byName(entries: readonly ZipEntry[]): Map<string, ZipEntry> {
  const found = new Map<string, ZipEntry>()
  for (const entry of entries) {
    if (found.has(entry.name)) throw refuseTable('zip-overlapping', { value: entry.name })
    found.set(entry.name, entry)
  }
  return found
}

import { pipeline } from 'node:stream'
import { crc32, createDeflateRaw } from 'node:zlib'

/** One file to be put into a zip; its text is taken only as fast as the zip is read. */
export type ZipSource = { readonly name: string; readonly text: AsyncIterable<string> | Iterable<string> }

/** Sizes come after the data, which isn't known beforehand; names are UTF-8. */
const FLAGS = 0x0808
const METHOD = 8
/** 1 January 1980, the first day zip knows: the same rows always make the same file. */
const DAY = 0x0021

/** The bytes of a zip with these files, made as it is read. Each file and the whole stay under 4 GB. */
export async function* zipped(sources: Iterable<ZipSource>): AsyncGenerator<Uint8Array> {
  const directory: Buffer[] = []
  let at = 0
  for (const source of sources) {
    const start = at
    const name = Buffer.from(source.name)
    const local = header(name)
    yield local
    const sums = { crc: 0, packed: 0, unpacked: 0 }
    for await (const piece of packed(source.text, sums)) yield piece
    yield descriptor(sums)
    at += local.length + sums.packed + 16
    directory.push(entry(name, sums, start))
    if (at > 0xffffffff || sums.unpacked > 0xffffffff)
      throw new RangeError('A zip without ZIP64 ends at 4 GB.')
  }
  const entries = Buffer.concat(directory)
  yield entries
  yield end(directory.length, entries.length, at)
}

type Sums = { crc: number; packed: number; unpacked: number }

async function* packed(text: ZipSource['text'], sums: Sums): AsyncGenerator<Buffer> {
  const deflate = createDeflateRaw({ chunkSize: 65_536 })
  async function* bytes() {
    for await (const piece of text) {
      const buffer = Buffer.from(piece)
      sums.crc = crc32(buffer, sums.crc)
      sums.unpacked += buffer.length
      yield buffer
    }
  }
  pipeline(bytes(), deflate, () => {})
  for await (const piece of deflate) {
    sums.packed += (piece as Buffer).length
    yield piece as Buffer
  }
}

function header(name: Buffer): Buffer {
  const fixed = Buffer.alloc(30)
  fixed.writeUInt32LE(0x04034b50, 0)
  fixed.writeUInt16LE(20, 4)
  fixed.writeUInt16LE(FLAGS, 6)
  fixed.writeUInt16LE(METHOD, 8)
  fixed.writeUInt16LE(DAY, 12)
  fixed.writeUInt16LE(name.length, 26)
  return Buffer.concat([fixed, name])
}

function descriptor({ crc, packed, unpacked }: Sums): Buffer {
  const fixed = Buffer.alloc(16)
  fixed.writeUInt32LE(0x08074b50, 0)
  fixed.writeUInt32LE(crc, 4)
  fixed.writeUInt32LE(packed, 8)
  fixed.writeUInt32LE(unpacked, 12)
  return fixed
}

function entry(name: Buffer, { crc, packed, unpacked }: Sums, start: number): Buffer {
  const fixed = Buffer.alloc(46)
  fixed.writeUInt32LE(0x02014b50, 0)
  fixed.writeUInt16LE(20, 4)
  fixed.writeUInt16LE(20, 6)
  fixed.writeUInt16LE(FLAGS, 8)
  fixed.writeUInt16LE(METHOD, 10)
  fixed.writeUInt16LE(DAY, 14)
  fixed.writeUInt32LE(crc, 16)
  fixed.writeUInt32LE(packed, 20)
  fixed.writeUInt32LE(unpacked, 24)
  fixed.writeUInt16LE(name.length, 28)
  fixed.writeUInt32LE(start, 42)
  return Buffer.concat([fixed, name])
}

function end(count: number, length: number, offset: number): Buffer {
  const fixed = Buffer.alloc(22)
  fixed.writeUInt32LE(0x06054b50, 0)
  fixed.writeUInt16LE(count, 8)
  fixed.writeUInt16LE(count, 10)
  fixed.writeUInt32LE(length, 12)
  fixed.writeUInt32LE(offset, 16)
  return fixed
}

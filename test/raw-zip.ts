import { crc32, deflateRawSync } from 'node:zlib'

/** One entry of a zip made by hand, so that it can lie about anything. */
export type RawEntry = {
  name: string
  data: Buffer | string
  method?: number
  flags?: number
  /** Already packed bytes instead of deflating `data`. */
  packed?: Buffer
  crc?: number
  unpacked?: number
  packedSize?: number
  /** Points the table of contents at another entry's place. */
  start?: number
}

/** The bytes of a zip whose table of contents says what the entries say. */
export function rawZip(entries: readonly RawEntry[], count = entries.length): Buffer {
  const pieces: Buffer[] = []
  const directory: Buffer[] = []
  let at = 0
  for (const entry of entries) {
    const data = Buffer.from(entry.data)
    const name = Buffer.from(entry.name)
    const packed = entry.packed ?? (entry.method === 0 ? data : deflateRawSync(data))
    const said = Buffer.alloc(26)
    said.writeUInt16LE(20, 0)
    said.writeUInt16LE(entry.flags ?? 0, 2)
    said.writeUInt16LE(entry.method ?? 8, 4)
    said.writeUInt32LE(entry.crc ?? crc32(data), 10)
    said.writeUInt32LE(entry.packedSize ?? packed.length, 14)
    said.writeUInt32LE(entry.unpacked ?? data.length, 18)
    said.writeUInt16LE(name.length, 22)
    const local = Buffer.concat([Buffer.from('504b0304', 'hex'), said, name, packed])
    const rest = Buffer.alloc(14)
    rest.writeUInt32LE(entry.start ?? at, 10)
    directory.push(Buffer.from('504b01021400', 'hex'), said, rest, name)
    pieces.push(local)
    at += local.length
  }
  const table = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(count, 8)
  end.writeUInt16LE(count, 10)
  end.writeUInt32LE(table.length, 12)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...pieces, table, end])
}

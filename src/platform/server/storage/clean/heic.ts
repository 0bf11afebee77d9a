/** A box of an ISO base media file (ISO/IEC 14496-12): where its content begins and ends. */
type Box = { readonly type: string; readonly from: number; readonly to: number }

/**
 * A HEIC picture whose Exif and XMP are overwritten with zeros in place: they lie among the pixels, where
 * nothing can be taken out without moving all the rest. Which way is up isn't in Exif here. Null when the
 * boxes don't fit together. ISO/IEC 23008-12.
 */
export function cleanHeic(bytes: Buffer): Buffer | null {
  try {
    const copy = Buffer.from(bytes)
    const meta = boxes(bytes, 0, bytes.length).find((box) => box.type === 'meta')
    if (!meta) return null
    const inside = boxes(bytes, meta.from + 4, meta.to)
    const told = itemsThatTell(bytes, inside)
    const idat = inside.find((box) => box.type === 'idat')?.from ?? 0
    for (const { item, from, length } of extents(bytes, inside, idat)) {
      if (!told.has(item)) continue
      if (from + length > copy.length) return null
      copy.fill(0, from, from + length)
    }
    return copy
  } catch (cause) {
    if (cause instanceof RangeError) return null
    throw cause
  }
}

function boxes(bytes: Buffer, from: number, to: number): Box[] {
  const found: Box[] = []
  for (let at = from; at + 8 <= to;) {
    const short = bytes.readUInt32BE(at)
    const head = short === 1 ? 16 : 8
    const size = short === 1 ? Number(bytes.readBigUInt64BE(at + 8)) : short === 0 ? to - at : short
    if (size < head || at + size > to) throw new RangeError('a box reaches beyond its end')
    found.push({ type: bytes.toString('latin1', at + 4, at + 8), from: at + head, to: at + size })
    at += size
  }
  return found
}

/** Numbers of the items that hold Exif or XMP (the only text items a camera writes). */
function itemsThatTell(bytes: Buffer, inside: readonly Box[]): Set<number> {
  const told = new Set<number>()
  const list = inside.find((box) => box.type === 'iinf')
  if (!list) return told
  const start = list.from + (bytes[list.from] === 0 ? 6 : 8)
  for (const entry of boxes(bytes, start, list.to)) {
    const wide = bytes[entry.from] === 3
    const item = wide ? bytes.readUInt32BE(entry.from + 4) : bytes.readUInt16BE(entry.from + 4)
    const type = bytes.toString('latin1', entry.from + (wide ? 10 : 8), entry.from + (wide ? 14 : 12))
    if (type === 'Exif' || type === 'mime') told.add(item)
  }
  return told
}

type Extent = { readonly item: number; readonly from: number; readonly length: number }

/** Where the bytes of each item lie in the file. */
function* extents(bytes: Buffer, inside: readonly Box[], idat: number): Generator<Extent> {
  const box = inside.find((one) => one.type === 'iloc')
  if (!box) return
  const version = bytes[box.from] ?? 0
  let at = box.from + 4
  const next = (size: number) => {
    at += size
    if (size === 8) return Number(bytes.readBigUInt64BE(at - 8))
    return size === 0 ? 0 : bytes.readUIntBE(at - size, size)
  }
  const sizes = next(2)
  const [offsetSize, lengthSize, baseSize] = [sizes >> 12, (sizes >> 8) & 15, (sizes >> 4) & 15]
  const indexSize = version === 0 ? 0 : sizes & 15
  const count = next(version < 2 ? 2 : 4)
  for (let i = 0; i < count; i++) {
    const item = next(version < 2 ? 2 : 4)
    const inIdat = version > 0 && (next(2) & 15) === 1
    next(2)
    const base = next(baseSize) + (inIdat ? idat : 0)
    const pieces = next(2)
    for (let piece = 0; piece < pieces; piece++) {
      next(indexSize)
      const from = base + next(offsetSize)
      yield { item, from, length: next(lengthSize) }
    }
  }
}

/**
 * Many points as columns, for maps: what a row means is the caller's. A hundred thousand are 2 MB on the wire
 * (21 bytes a row), or 3.7 MB with ids, and are read without copying.
 */
export type Points = {
  readonly count: number
  /** A number that names the row to the caller, e.g. a customer's running number. */
  readonly keys: Uint32Array
  /** Ten-millionths of a degree, WGS-84 (11 mm). */
  readonly latitudes: Int32Array
  readonly longitudes: Int32Array
  /** Metres; 65,535 stands for that and more. */
  readonly accuracies: Uint16Array
  /** Whose it is: an index into a list that the caller has, e.g. of people. */
  readonly groups: Uint16Array
  /** Of what sort it is, 0 to 7, e.g. a tier. */
  readonly categories: Uint8Array
  /** How bad it is, 0 (well) to 7, e.g. how stale; a cluster shows the worst. */
  readonly levels: Uint8Array
  /** 1 where the place was only looked up (rule 1.1), else 0. */
  readonly approximate: Uint8Array
  /** UUIDs, 16 bytes each, where the caller needs them; else empty. */
  readonly ids: Uint8Array
}

export type PointRow = {
  readonly key: number
  readonly latitude: number
  readonly longitude: number
  readonly accuracyMetres: number
  readonly group: number
  readonly category: number
  readonly level: number
  readonly isApproximate: boolean
  readonly id?: string
}

/** 'PTS1' as a number in the byte order of nearly every machine; another order is noticed by it. */
const mark = 0x31_53_54_50
const headerBytes = 16
const scale = 10_000_000

/** Where each column begins, one after the other from the widest, so that each is aligned. */
function columnsIn(buffer: ArrayBufferLike, offset: number, count: number, hasIds: boolean): Points {
  let at = offset + headerBytes
  const next = (width: number) => {
    const begin = at
    at += width * count
    return begin
  }
  return {
    count,
    keys: new Uint32Array(buffer, next(4), count),
    latitudes: new Int32Array(buffer, next(4), count),
    longitudes: new Int32Array(buffer, next(4), count),
    accuracies: new Uint16Array(buffer, next(2), count),
    groups: new Uint16Array(buffer, next(2), count),
    categories: new Uint8Array(buffer, next(1), count),
    levels: new Uint8Array(buffer, next(1), count),
    approximate: new Uint8Array(buffer, next(1), count),
    ids: new Uint8Array(buffer, at, hasIds ? count * 16 : 0),
  }
}

function bytesFor(count: number, hasIds: boolean): number {
  return headerBytes + count * (hasIds ? 37 : 21)
}

/** Points as one block of bytes, to be answered as application/octet-stream. All rows have an id, or none. */
export function encodePoints(rows: readonly PointRow[]): Uint8Array {
  const hasIds = rows[0]?.id !== undefined
  const bytes = new Uint8Array(bytesFor(rows.length, hasIds))
  new Uint32Array(bytes.buffer, 0, 4).set([mark, rows.length, hasIds ? 1 : 0, 0])
  const points = columnsIn(bytes.buffer, 0, rows.length, hasIds)
  for (const [row, point] of rows.entries()) {
    points.keys[row] = point.key
    points.latitudes[row] = Math.round(point.latitude * scale)
    points.longitudes[row] = Math.round(point.longitude * scale)
    points.accuracies[row] = Math.min(65_535, Math.round(point.accuracyMetres))
    points.groups[row] = point.group
    points.categories[row] = point.category
    points.levels[row] = point.level
    points.approximate[row] = point.isApproximate ? 1 : 0
    if (hasIds) points.ids.set(bytesOfUuid(point.id ?? ''), row * 16)
  }
  return bytes
}

/** Reads what `encodePoints` wrote, without copying. Throws RangeError on anything else. */
export function decodePoints(bytes: Uint8Array): Points {
  const aligned = bytes.byteOffset % 4 === 0 ? bytes : bytes.slice()
  if (aligned.byteLength < headerBytes) throw new RangeError('These are no points')
  const [found, count = 0, hasIds] = new Uint32Array(aligned.buffer, aligned.byteOffset, 4)
  if (found !== mark || aligned.byteLength !== bytesFor(count, hasIds === 1)) {
    throw new RangeError('These are no points')
  }
  return columnsIn(aligned.buffer, aligned.byteOffset, count, hasIds === 1)
}

function bytesOfUuid(id: string): Uint8Array {
  const hex = id.replaceAll('-', '')
  if (!/^[0-9a-f]{32}$/u.test(hex)) throw new RangeError('Every point needs a UUID, or none')
  return Uint8Array.from({ length: 16 }, (_, at) => Number.parseInt(hex.slice(at * 2, at * 2 + 2), 16))
}

/** The UUID of a row; null where the points came without. */
export function idOfPoint({ ids }: Points, row: number): string | null {
  if (ids.length === 0) return null
  const hex = [...ids.subarray(row * 16, row * 16 + 16)]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}

/** Degrees, WGS-84. */
export function pointAt(
  { latitudes, longitudes }: Points,
  row: number,
): { latitude: number; longitude: number } {
  return { latitude: (latitudes[row] ?? 0) / scale, longitude: (longitudes[row] ?? 0) / scale }
}

/** The rows that a question is answered yes for, e.g. a filter of a map. */
export function rowsWhere(points: Points, asks: (row: number) => boolean): Uint32Array {
  const found = new Uint32Array(points.count)
  let count = 0
  for (let row = 0; row < points.count; row++) if (asks(row)) found[count++] = row
  return found.subarray(0, count)
}

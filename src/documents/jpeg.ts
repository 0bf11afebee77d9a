import { asciiAt, joinBytes, u16 } from './bytes.ts'
import { orientationOf, segmentOfOrientation } from './orientation.ts'

type Sized = { bytes: Uint8Array<ArrayBuffer>; width: number; height: number }

const endOfImage = new Uint8Array([0xff, 0xd9])
/** Frames: all SOFn; C4, C8 and CC are something else. */
const isFrame = (marker: number) =>
  marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc

/** What a picture needs to be shown: tables, frames, scans, colour profile; no other application data, no comments. */
function belongs(marker: number, bytes: Uint8Array, at: number): boolean {
  if (marker === 0xe0) return asciiAt(bytes, at + 4, 5) === 'JFIF\0'
  if (marker === 0xe2) return asciiAt(bytes, at + 4, 12) === 'ICC_PROFILE\0'
  if (marker === 0xee) return asciiAt(bytes, at + 4, 5) === 'Adobe'
  return marker !== 0xfe && !(marker >= 0xe0 && marker <= 0xef)
}

/** Where the marker after a scan's data begins; the end of the bytes when there is none. */
function endOfScan(bytes: Uint8Array, from: number): number {
  for (let at = bytes.indexOf(0xff, from); at !== -1; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes[at + 1]
    const partOfData = next === 0x00 || next === 0xff || (next !== undefined && next >= 0xd0 && next <= 0xd7)
    if (next !== undefined && !partOfData) return at
  }
  return bytes.length
}

/**
 * A JPEG (ITU T.81) reduced to its picture: EXIF, GPS, XMP, comments, previews, further pictures and what follows the
 * end are dropped, the orientation is kept in a new EXIF of its own. Null when the structure is broken or has no picture.
 */
export function cleanJpeg(bytes: Uint8Array): Sized | null {
  const kept: Uint8Array[] = [bytes.subarray(0, 2)]
  let orientation = 1
  let frame: { width: number; height: number } | null = null
  let scanned = false
  let at = 2
  while (at + 4 <= bytes.length) {
    if (bytes[at] !== 0xff) return null
    const marker = bytes[at + 1] ?? 0
    if (marker === 0xff) {
      at += 1
      continue
    }
    if (marker === 0xd9) break
    const length = u16(bytes, at + 2)
    const end = at + 2 + length
    if (length < 2 || marker < 0xc0 || end > bytes.length) return null
    if (marker === 0xe1) orientation = orientationOf(bytes.subarray(at + 4, end)) ?? orientation
    if (isFrame(marker)) frame ??= { height: u16(bytes, at + 5), width: u16(bytes, at + 7) }
    const scan = marker === 0xda
    const stop = scan ? endOfScan(bytes, end) : end
    if (scan) scanned = true
    if (belongs(marker, bytes, at)) kept.push(bytes.subarray(at, stop))
    at = stop
  }
  if (frame === null || !scanned) return null
  if (orientation > 1) kept.splice(1, 0, segmentOfOrientation(orientation))
  return { bytes: joinBytes([...kept, endOfImage]), ...frame }
}

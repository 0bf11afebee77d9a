import { onlyOrientation, orientationOf } from './orientation.ts'

const EXIF = 'Exif\0\0'
/** Needed to show the colours right: JFIF, the colour profile, Adobe's colour transform. */
const KEPT: Readonly<Record<number, string>> = { 0xe0: 'JFIF\0', 0xe2: 'ICC_PROFILE\0', 0xee: 'Adobe' }

/**
 * A JPEG without what the camera and programs wrote about place, person, time and device: of the
 * application segments only those stay that colours need, of Exif only which way is up; comments, embedded
 * thumbnails and anything after the picture (a video, a second picture) go. Null when it isn't whole.
 */
export function cleanJpeg(bytes: Buffer): Buffer | null {
  const kept: Buffer[] = []
  let orientation = 1
  let at = 2
  for (;;) {
    // Any number of FF may stand before a marker.
    while (bytes[at] === 0xff && bytes[at + 1] === 0xff) at += 1
    const segment = segmentAt(bytes, at)
    if (segment === null) return null
    const { marker, end, data } = segment
    if (marker === 0xda) {
      const last = endOfPicture(bytes, end)
      if (last === null) return null
      const upright = orientation === 1 ? [] : [exifSegment(orientation)]
      return Buffer.concat([bytes.subarray(0, 2), ...upright, ...kept, bytes.subarray(at, last)])
    }
    if (marker === 0xe1 && startsWith(data, EXIF)) orientation = orientationOf(data.subarray(EXIF.length))
    if (isKept(marker, data)) kept.push(bytes.subarray(at, end))
    at = end
  }
}

function segmentAt(bytes: Buffer, at: number): { marker: number; end: number; data: Buffer } | null {
  if (at + 4 > bytes.length || bytes[at] !== 0xff) return null
  const end = at + 2 + bytes.readUInt16BE(at + 2)
  if (end < at + 4 || end > bytes.length) return null
  return { marker: bytes[at + 1] ?? 0, end, data: bytes.subarray(at + 4, end) }
}

function isKept(marker: number, data: Buffer): boolean {
  const application = marker >= 0xe0 && marker <= 0xef
  const start = KEPT[marker]
  return application ? start !== undefined && startsWith(data, start) : marker !== 0xfe
}

/** Where the end marker ends; the pixels (and, in progressive pictures, further tables) lie before it. */
function endOfPicture(bytes: Buffer, from: number): number | null {
  for (let at = bytes.indexOf(0xff, from); at >= 0; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes[at + 1]
    if (next === undefined) return null
    if (next === 0xd9) return at + 2
    // FF 00 is a pixel's FF, D0–D7 are restarts. Tables between scans are stepped over: they may hold any bytes.
    const pixels = next === 0 || next === 0xff || (next >= 0xd0 && next <= 0xd7)
    if (!pixels && at + 4 <= bytes.length) at += 1 + bytes.readUInt16BE(at + 2)
  }
  return null
}

function exifSegment(orientation: number): Buffer {
  const data = Buffer.concat([Buffer.from(EXIF, 'latin1'), onlyOrientation(orientation)])
  const head = Buffer.from([0xff, 0xe1, 0, 0])
  head.writeUInt16BE(data.length + 2, 2)
  return Buffer.concat([head, data])
}

function startsWith(data: Buffer, text: string): boolean {
  return data.toString('latin1', 0, text.length) === text
}

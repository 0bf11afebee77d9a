import { onlyOrientation, orientationOf } from './orientation.ts'

const KEPT = new Set(['VP8 ', 'VP8L', 'VP8X', 'ALPH', 'ANIM', 'ANMF', 'ICCP'])
const EXIF_FLAG = 0x08
const XMP_FLAG = 0x04

/** A WebP without Exif (which way is up stays), XMP and unknown parts. Null when its parts don't fit together. */
export function cleanWebp(bytes: Buffer): Buffer | null {
  const whole = 8 + bytes.readUInt32LE(4)
  if (whole > bytes.length) return null
  const kept: Buffer[] = []
  let orientation = 1
  let at = 12
  while (at + 8 <= whole) {
    const type = bytes.toString('latin1', at, at + 4)
    const length = bytes.readUInt32LE(at + 4)
    const end = at + 8 + length + (length % 2)
    if (at + 8 + length > whole) return null
    if (type === 'EXIF') orientation = orientationOf(withoutPrefix(bytes.subarray(at + 8, at + 8 + length)))
    if (KEPT.has(type)) kept.push(bytes.subarray(at, Math.min(end, whole)))
    at = end
  }
  if (kept.length === 0) return null
  return riff(kept, orientation)
}

/** Some writers put JPEG's "Exif" before the block. */
function withoutPrefix(exif: Buffer): Buffer {
  return exif.toString('latin1', 0, 4) === 'Exif' ? exif.subarray(6) : exif
}

function riff(kept: readonly Buffer[], orientation: number): Buffer {
  const parts: Buffer[] = kept.map((part) => Buffer.from(part))
  const extended = parts.find((part) => part.toString('latin1', 0, 4) === 'VP8X')
  const turned = orientation !== 1 && extended !== undefined
  if (extended && extended.length > 8) {
    extended[8] = ((extended[8] ?? 0) & ~(EXIF_FLAG | XMP_FLAG)) | (turned ? EXIF_FLAG : 0)
  }
  if (turned) {
    const exif = onlyOrientation(orientation)
    const head = Buffer.from('EXIF\0\0\0\0', 'latin1')
    head.writeUInt32LE(exif.length, 4)
    parts.push(head, exif)
  }
  const body = Buffer.concat(parts)
  const head = Buffer.from('RIFF\0\0\0\0WEBP', 'latin1')
  head.writeUInt32LE(body.length + 4, 4)
  return Buffer.concat([head, body])
}

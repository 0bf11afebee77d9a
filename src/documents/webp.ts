import { asciiAt, joinBytes, u16le, u24le, u32le } from './bytes.ts'

const shown = new Set(['VP8 ', 'VP8L', 'VP8X', 'ALPH', 'ANIM', 'ANMF', 'ICCP'])

type Size = { width: number; height: number }

function sizeIn(kind: string, body: Uint8Array): Size | null {
  if (kind === 'VP8X') return { width: u24le(body, 4) + 1, height: u24le(body, 7) + 1 }
  if (kind === 'VP8 ') return { width: u16le(body, 6) & 0x3fff, height: u16le(body, 8) & 0x3fff }
  if (kind !== 'VP8L' || body[0] !== 0x2f) return null
  const bits = u32le(body, 1)
  return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 }
}

function header(length: number): Uint8Array {
  const letters = [...'RIFF    WEBP'].map((letter) => letter.charCodeAt(0))
  for (let byte = 0; byte < 4; byte += 1) letters[4 + byte] = (length >>> (8 * byte)) & 0xff
  return new Uint8Array(letters)
}

/** A WebP reduced to its picture: no EXIF, no XMP, nothing unknown. Null when broken or without a picture. */
export function cleanWebp(bytes: Uint8Array): (Size & { bytes: Uint8Array<ArrayBuffer> }) | null {
  const declared = Math.min(8 + u32le(bytes, 4), bytes.length)
  const kept: Uint8Array[] = []
  let size: Size | null = null
  let pictured = false
  let at = 12
  while (at + 8 <= declared) {
    const kind = asciiAt(bytes, at, 4)
    const length = u32le(bytes, at + 4)
    const end = at + 8 + length
    if (end > bytes.length) return null
    size ??= sizeIn(kind, bytes.subarray(at + 8, end))
    pictured ||= kind === 'VP8 ' || kind === 'VP8L' || kind === 'ANMF'
    if (shown.has(kind)) {
      const chunk = bytes.slice(at, Math.min(end + (length % 2), bytes.length))
      // The flags that announce EXIF and XMP, which are no longer there.
      if (kind === 'VP8X') chunk[8] = (chunk[8] ?? 0) & ~0x0c
      kept.push(chunk)
    }
    at = end + (length % 2)
  }
  if (size === null || !pictured) return null
  const body = joinBytes(kept)
  return { bytes: joinBytes([header(body.length + 4), body]), ...size }
}

import { asciiAt, joinBytes, u32 } from './bytes.ts'

/** What a PNG needs to be shown as meant; texts, times, EXIF and private chunks are not among it. */
const shown = new Set(
  'IHDR PLTE tRNS IDAT IEND cHRM gAMA iCCP sBIT sRGB cICP mDCV cLLI bKGD pHYs acTL fcTL fdAT'.split(' '),
)

/** A PNG reduced to its picture. Null when its structure is broken or it has no picture. */
export function cleanPng(
  bytes: Uint8Array,
): { bytes: Uint8Array<ArrayBuffer>; width: number; height: number } | null {
  const kept: Uint8Array[] = [bytes.subarray(0, 8)]
  const found = new Set<string>()
  let at = 8
  while (at + 12 <= bytes.length && !found.has('IEND')) {
    const end = at + 12 + u32(bytes, at)
    const kind = asciiAt(bytes, at + 4, 4)
    if (end > bytes.length || (at === 8 && kind !== 'IHDR')) return null
    if (shown.has(kind)) kept.push(bytes.subarray(at, end))
    found.add(kind)
    at = end
  }
  if (!found.has('IDAT') || !found.has('IEND')) return null
  return { bytes: joinBytes(kept), width: u32(bytes, 16), height: u32(bytes, 20) }
}

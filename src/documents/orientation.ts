import { asciiAt, u16, u16le, u32, u32le } from './bytes.ts'

/** Which side of the picture is up (1 to 8), from the body of an EXIF segment; null when it doesn't say. */
export function orientationOf(body: Uint8Array): number | null {
  if (asciiAt(body, 0, 6) !== 'Exif\0\0') return null
  const tiff = body.subarray(6)
  const order = asciiAt(tiff, 0, 2)
  if (order !== 'II' && order !== 'MM') return null
  const [short, long] = order === 'II' ? [u16le, u32le] : [u16, u32]
  const directory = long(tiff, 4)
  const entries = Math.min(short(tiff, directory), 200)
  for (let entry = 0; entry < entries; entry += 1) {
    const at = directory + 2 + entry * 12
    if (at + 12 > tiff.length) return null
    if (short(tiff, at) === 0x0112) {
      const value = short(tiff, at + 8)
      return value >= 1 && value <= 8 ? value : null
    }
  }
  return null
}

/** An EXIF segment that says nothing but the orientation: without it a photo taken upright would lie on its side. */
export function segmentOfOrientation(orientation: number): Uint8Array {
  const exif = [0x45, 0x78, 0x69, 0x66, 0, 0]
  const header = [0x4d, 0x4d, 0, 0x2a, 0, 0, 0, 8]
  const entry = [0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0]
  const body = [...exif, ...header, 0, 1, ...entry, 0, 0, 0, 0]
  return new Uint8Array([0xff, 0xe1, 0, body.length + 2, ...body])
}

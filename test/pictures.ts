import { crc32 } from 'node:zlib'

/** An Exif block with an orientation and a text that must not survive. */
export function exif(orientation: number, secret: string): Buffer {
  const head = Buffer.alloc(26)
  head.write('II*\0', 0, 'latin1')
  head.writeUInt32LE(8, 4)
  head.writeUInt16LE(1, 8)
  head.writeUInt16LE(0x0112, 10)
  head.writeUInt16LE(3, 12)
  head.writeUInt32LE(1, 14)
  head.writeUInt16LE(orientation, 18)
  return Buffer.concat([head, Buffer.from(secret)])
}

/** One segment of a JPEG. */
export function segment(marker: number, data: Buffer | string): Buffer {
  const bytes = Buffer.from(data as string, 'latin1')
  const head = Buffer.from([0xff, marker, 0, 0])
  head.writeUInt16BE(bytes.length + 2, 2)
  return Buffer.concat([head, bytes])
}

export const PIXELS = Buffer.concat([
  segment(0xdb, 'quantisation'),
  segment(0xc0, 'frame'),
  segment(0xda, 'scan one'),
  Buffer.from('pixels\xff\0pixels\xff\xd0more', 'latin1'),
  segment(0xc4, 'a table with \xff\xd9 inside'),
  segment(0xda, 'scan two'),
  Buffer.from('pixels\xff\xd9', 'latin1'),
])

/** A JPEG (in shape; its pixels are words) with these segments after its start. */
export function aJpeg(...segments: Buffer[]): Buffer {
  return Buffer.concat([Buffer.from([0xff, 0xd8]), ...segments, PIXELS])
}

/** One chunk of a PNG. */
export function chunk(type: string, data: Buffer | string = ''): Buffer {
  const body = Buffer.concat([Buffer.from(type), Buffer.from(data as string, 'latin1')])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(body.length - 4)
  sum.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, sum])
}

export function aPng(...chunks: Buffer[]): Buffer {
  const all = [chunk('IHDR', '1234567890123'), ...chunks, chunk('IDAT', 'pixels'), chunk('IEND')]
  return Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), ...all])
}

/** A WebP with these parts: [name, content]. */
export function aWebp(...parts: [string, Buffer | string][]): Buffer {
  const body = Buffer.concat(
    parts.map(([name, data]) => {
      const bytes = Buffer.from(data as string, 'latin1')
      const head = Buffer.from(`${name}\0\0\0\0`, 'latin1')
      head.writeUInt32LE(bytes.length, 4)
      return Buffer.concat([head, bytes, Buffer.alloc(bytes.length % 2)])
    }),
  )
  const head = Buffer.from('RIFF\0\0\0\0WEBP', 'latin1')
  head.writeUInt32LE(body.length + 4, 4)
  return Buffer.concat([head, body])
}

function box(type: string, ...content: Buffer[]): Buffer {
  const bytes = Buffer.concat(content)
  const head = Buffer.from(`\0\0\0\0${type}`, 'latin1')
  head.writeUInt32BE(bytes.length + 8)
  return Buffer.concat([head, bytes])
}

const hex = (text: string) => Buffer.from(text.replaceAll(' ', ''), 'hex')
const entry = (item: number, type: string) =>
  box('infe', hex('02000000'), Buffer.from([0, item, 0, 0]), Buffer.from(`${type}\0`, 'latin1'))

/** Says where an item's bytes lie (construction method, offset, length). */
function place(item: number, method: number, from: number, length: number): Buffer {
  const bytes = Buffer.alloc(16)
  bytes.writeUInt16BE(item, 0)
  bytes.writeUInt16BE(method, 2)
  bytes.writeUInt16BE(1, 6)
  bytes.writeUInt32BE(from, 8)
  bytes.writeUInt32BE(length, 12)
  return bytes
}

/** A HEIC with a picture (item 1), Exif (2, among the pixels) and XMP (3, in the head) holding these texts. */
export function aHeic(pixels: string, told: string, xmp: string): Buffer {
  const head = box('ftyp', Buffer.from('heic\0\0\0\0mif1heic', 'latin1'))
  const build = (at: number) => {
    const places = Buffer.concat([
      place(1, 0, at, pixels.length),
      place(2, 0, at + pixels.length, told.length),
      place(3, 1, 0, xmp.length),
    ])
    const items = [entry(1, 'hvc1'), entry(2, 'Exif'), entry(3, 'mime')]
    return box(
      'meta',
      hex('00000000'),
      box('iinf', hex('00000000 0003'), ...items),
      box('iloc', hex('01000000 4400 0003'), places),
      box('idat', Buffer.from(xmp)),
    )
  }
  const at = head.length + build(0).length + 8
  return Buffer.concat([head, build(at), box('mdat', Buffer.from(pixels + told))])
}

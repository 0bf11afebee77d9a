import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { attachmentNamed, fileNameFor } from './file-name.ts'
import { mediaTypeOf } from './media-type.ts'
import { orientationOf } from './orientation.ts'
import { cleanPhoto } from './photo.ts'

const ascii = (text: string) => [...text].map((letter) => letter.charCodeAt(0))
const be32 = (n: number) => [(n >>> 24) & 255, (n >>> 16) & 255, (n >>> 8) & 255, n & 255]
const segment = (marker: number, body: number[]) => [
  0xff,
  marker,
  (body.length + 2) >> 8,
  (body.length + 2) & 255,
  ...body,
]
const exif = (orientation: number) => [
  ...ascii('Exif\0\0MM'),
  0,
  42,
  0,
  0,
  0,
  8,
  0,
  2,
  0x01,
  0x12,
  0,
  3,
  0,
  0,
  0,
  1,
  0,
  orientation,
  0,
  0,
  0x88,
  0x25,
  0,
  4,
  0,
  0,
  0,
  1,
  0,
  0,
  0,
  50,
  ...ascii('GPS 40.4168 -3.7038'),
]
const frame = segment(0xc0, [8, 0, 30, 0, 40, 1, 1, 0x11, 0])
const scan = [...segment(0xda, [1, 1, 0, 0, 63, 0]), 1, 2, 0xff, 0x00, 0xff, 0xd0, 3, 4]
const jpeg = (orientation: number) =>
  new Uint8Array([
    0xff,
    0xd8,
    ...segment(0xe0, ascii('JFIF\0\x01\x01\0\0\x01\0\x01\0\0')),
    ...segment(0xe1, exif(orientation)),
    ...segment(0xe1, ascii('http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>secret</x:xmpmeta>')),
    ...segment(0xe2, ascii('ICC_PROFILE\0\x01\x01colour')),
    ...segment(0xe2, ascii('MPF\0more')),
    ...segment(0xfe, ascii('<script>alert(1)</script>')),
    ...frame,
    ...scan,
    0xff,
    0xd9,
    ...ascii('hidden behind the picture'),
  ])
const chunk = (kind: string, body: number[]) => [...be32(body.length), ...ascii(kind), ...body, 0, 0, 0, 0]
const png = new Uint8Array([
  0x89,
  0x50,
  0x4e,
  0x47,
  0x0d,
  0x0a,
  0x1a,
  0x0a,
  ...chunk('IHDR', [...be32(40), ...be32(30), 8, 2, 0, 0, 0]),
  ...chunk('eXIf', ascii('GPS')),
  ...chunk('tEXt', ascii('Author\0secret')),
  ...chunk('IDAT', [1, 2, 3]),
  ...chunk('IEND', []),
  ...ascii('hidden'),
])
const le32 = (n: number) => be32(n).toReversed()
const webpChunk = (kind: string, body: number[]) => [
  ...ascii(kind),
  ...le32(body.length),
  ...body,
  ...(body.length % 2 === 1 ? [0] : []),
]
const webpBody = [
  ...webpChunk('VP8X', [0x2c, 0, 0, 0, 39, 0, 0, 29, 0, 0]),
  ...webpChunk('VP8 ', [1, 2, 3, 0x9d, 0x01, 0x2a, 40, 0, 30, 0]),
  ...webpChunk('EXIF', ascii('GPS')),
  ...webpChunk('XMP ', ascii('secret!')),
]
const webp = new Uint8Array([...ascii('RIFF'), ...le32(webpBody.length + 4), ...ascii('WEBP'), ...webpBody])
const textOf = (bytes: Uint8Array) => String.fromCharCode(...bytes)

describe('cleanPhoto', () => {
  test('a JPEG loses place, comments, previews and what is hidden, and keeps its colours and its upright side', () => {
    const clean = cleanPhoto('image/jpeg', jpeg(6))
    expect(clean).toMatchObject({ width: 40, height: 30 })
    const text = textOf(clean?.bytes ?? new Uint8Array())
    for (const gone of ['GPS', 'secret', 'script', 'MPF', 'hidden']) expect(text).not.toContain(gone)
    expect(text).toContain('ICC_PROFILE')
    expect(orientationOf(clean?.bytes.subarray(6, 100) ?? new Uint8Array())).toBe(6)
    expect(text.endsWith(textOf(new Uint8Array([...scan, 0xff, 0xd9])))).toBe(true)
  })
  test('an upright JPEG needs no EXIF at all', () => {
    expect(textOf(cleanPhoto('image/jpeg', jpeg(1))?.bytes ?? new Uint8Array())).not.toContain('Exif')
  })
  test('a PNG and a WebP likewise', () => {
    for (const [type, bytes] of [
      ['image/png', png],
      ['image/webp', webp],
    ] as const) {
      const clean = cleanPhoto(type, bytes)
      expect(clean).toMatchObject({ width: 40, height: 30 })
      const text = textOf(clean?.bytes ?? new Uint8Array())
      for (const gone of ['GPS', 'secret', 'hidden']) expect(text).not.toContain(gone)
    }
  })
  test('cleaning twice changes nothing', () => {
    for (const [type, bytes] of [
      ['image/jpeg', jpeg(8)],
      ['image/png', png],
      ['image/webp', webp],
    ] as const) {
      const once = cleanPhoto(type, bytes)?.bytes ?? new Uint8Array()
      expect(cleanPhoto(type, once)?.bytes).toEqual(once)
    }
  })
  test.each([
    ['a page that calls itself a JPEG', 'image/jpeg', ascii('\xff\xd8\xff<html><script>alert(1)</script>')],
    ['a JPEG without a picture', 'image/jpeg', [0xff, 0xd8, ...segment(0xe1, exif(1)), 0xff, 0xd9]],
    ['a JPEG cut off in its tables', 'image/jpeg', [...jpeg(1).subarray(0, 60)]],
    [
      'a PNG of 60,000 by 60,000',
      'image/png',
      [...png.subarray(0, 16), ...be32(60_000), ...be32(60_000), ...png.subarray(24)],
    ],
    ['a PNG without an end', 'image/png', [...png.subarray(0, 60)]],
    ['a WebP whose chunk is longer than the file', 'image/webp', [...webp.subarray(0, 16), 255, 255, 255, 1]],
    ['nothing', 'image/jpeg', []],
  ] as const)('%s is refused', (_says, type, bytes) => {
    expect(cleanPhoto(type, new Uint8Array(bytes))).toBeNull()
  })
  test('damaged files never throw and never grow by more than the orientation', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('image/jpeg' as const, 'image/png' as const, 'image/webp' as const),
        fc.nat(400),
        fc.nat(255),
        fc.nat(400),
        (type, where, byte, cut) => {
          const whole = (type === 'image/jpeg' ? jpeg(6) : type === 'image/png' ? png : webp).slice()
          whole[where % whole.length] = byte
          const given = whole.subarray(0, whole.length - (cut % whole.length))
          const clean = cleanPhoto(type, given)
          expect(clean === null || clean.bytes.length <= given.length + 40).toBe(true)
        },
      ),
    )
  })
})

describe('mediaTypeOf', () => {
  const zip = (names: string) => new Uint8Array([0x50, 0x4b, 3, 4, ...ascii('x'.repeat(26)), ...ascii(names)])
  const text = (content: string) => new Uint8Array(ascii(content))
  test.each([
    ['a JPEG', jpeg(1), false, 'image/jpeg'],
    ['a PDF', text('%PDF-1.7 …'), false, 'application/pdf'],
    [
      'a letter',
      zip('[Content_Types].xml word/document.xml'),
      false,
      'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    ],
    [
      'a sheet',
      zip('xl/workbook.xml'),
      false,
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    ],
    ['a letter with macros', zip('word/document.xml word/vbaProject.bin'), false, null],
    [
      'an OpenDocument text',
      zip('mimetypeapplication/vnd.oasis.opendocument.text'),
      false,
      'application/vnd.oasis.opendocument.text',
    ],
    ['any zip', zip('a.exe'), false, null],
    ['a note', text('Opens at 8'), true, 'text/plain'],
    [
      'an SVG',
      text('\n <svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'),
      true,
      null,
    ],
    ['an SVG behind a byte order mark', text('\xEF\xBB\xBF<svg/>'), true, null],
    ['a page', text('<!doctype html><script>1</script>'), true, null],
    ['a script', text('#!/bin/sh\nrm -rf /'), true, null],
    ['a program', new Uint8Array([0x4d, 0x5a, 0, 1]), false, null],
    ['nothing', new Uint8Array(), true, null],
  ])('%s', (_says, bytes, plain, expected) => {
    expect(mediaTypeOf(bytes, bytes, plain)).toBe(expected)
  })
})

describe('fileNameFor', () => {
  test.each([
    ['../../etc/passwd', 'passwd.jpg'],
    ['C:\\Users\\ana\\Foto tienda.JPG', 'Foto tienda.jpg'],
    ['shop.jpg.exe', 'shop.jpg.jpg'],
    ['invoice\u202Egpj.exe', 'invoicegpj.jpg'],
    ['a\0b\r\nc"<d>.png', 'abcd.jpg'],
    ['.htaccess', 'file.jpg'],
    ['', 'file.jpg'],
    ['CON', 'CON-file.jpg'],
    ['店面照片.jpeg', '店面照片.jpg'],
    ['x'.repeat(500), `${'x'.repeat(120)}.jpg`],
  ])('%j becomes %j', (given, expected) => {
    expect(fileNameFor(given, 'image/jpeg')).toBe(expected)
  })
  test('a header can hold any name', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (name) => {
        const header = attachmentNamed(fileNameFor(name.toWellFormed(), 'application/pdf'))
        expect(header).toMatch(/^attachment; filename="[^"\\]+"; filename\*=UTF-8''[\w.~%!$&+^`|#-]+$/u)
      }),
    )
  })
})

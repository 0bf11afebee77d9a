import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { aHeic, aJpeg, aPng, aWebp, chunk, exif, PIXELS, segment } from '../../../../../test/pictures.ts'
import { cleanHeic } from './heic.ts'
import { cleanJpeg } from './jpeg.ts'
import { onlyOrientation, orientationOf } from './orientation.ts'
import { cleanPng } from './png.ts'
import { cleanWebp } from './webp.ts'

const SECRET = 'GPS 43.3623 -8.4115 Ana'
const exifSegment = (orientation: number) =>
  segment(0xe1, Buffer.concat([Buffer.from('Exif\0\0'), exif(orientation, SECRET)]))

test('a JPEG keeps its colours and pixels and loses what it tells', () => {
  const jfif = segment(0xe0, 'JFIF\0..')
  const profile = segment(0xe2, 'ICC_PROFILE\0\x01\x01colours')
  const adobe = segment(0xee, 'Adobe\0d')
  const dirty = Buffer.concat([
    aJpeg(
      jfif,
      exifSegment(1),
      segment(0xe1, `http://ns.adobe.com/xap/1.0/\0${SECRET}`),
      profile,
      segment(0xe0, `JFXX\0${SECRET}`),
      segment(0xe2, `MPF\0${SECRET}`),
      segment(0xed, `Photoshop 3.0\0${SECRET}`),
      adobe,
      segment(0xfe, SECRET),
    ),
    Buffer.from(`a video after the end ${SECRET}`),
  ])
  expect(cleanJpeg(dirty)).toEqual(Buffer.concat([Buffer.from([0xff, 0xd8]), jfif, profile, adobe, PIXELS]))
})

test('which way up a JPEG is stays, and only that', () => {
  const clean = cleanJpeg(aJpeg(exifSegment(6)))
  expect(clean?.includes(SECRET)).toBe(false)
  const at = clean?.indexOf('Exif\0\0') ?? -1
  expect(orientationOf(clean?.subarray(at + 6) ?? Buffer.alloc(0))).toBe(6)
  expect(clean && cleanJpeg(clean)).toEqual(clean)
})

test('a PNG loses texts, times, Exif and what follows its end, but not its colours or animation', () => {
  const kept = [chunk('gAMA', '1234'), chunk('iCCP', 'profile'), chunk('acTL', '12345678')]
  const told = [chunk('tEXt', SECRET), chunk('iTXt', SECRET), chunk('zTXt', SECRET), chunk('tIME', '1234567')]
  const dirty = Buffer.concat([
    aPng(...kept, ...told, chunk('eXIf', exif(1, SECRET)), chunk('prVt', SECRET)),
    Buffer.from(SECRET),
  ])
  expect(cleanPng(dirty)).toEqual(aPng(...kept))
  const turned = cleanPng(aPng(chunk('eXIf', exif(8, SECRET))))
  expect(turned?.includes(SECRET)).toBe(false)
  expect(turned?.includes(onlyOrientation(8))).toBe(true)
  expect(turned && cleanPng(turned)).toEqual(turned)
})

const flags = (value: number) => Buffer.from([value, 0, 0, 0, 0, 0, 0, 0, 0, 0])

test('a WebP loses Exif and XMP and no longer says that it has them', () => {
  const dirty = aWebp(
    ['VP8X', flags(0x2c)],
    ['ICCP', 'odd'],
    ['VP8 ', 'pixels'],
    ['EXIF', exif(1, SECRET)],
    ['XMP ', SECRET],
  )
  expect(cleanWebp(dirty)).toEqual(aWebp(['VP8X', flags(0x20)], ['ICCP', 'odd'], ['VP8 ', 'pixels']))
  const turned = aWebp(['VP8X', flags(0x08)], ['VP8 ', 'pixels'], ['EXIF', exif(3, SECRET)])
  expect(cleanWebp(turned)).toEqual(
    aWebp(['VP8X', flags(0x08)], ['VP8 ', 'pixels'], ['EXIF', onlyOrientation(3)]),
  )
})

const blank = (text: string) => '\0'.repeat(text.length)

test('a HEIC has its Exif and XMP blanked, its pixels not', () => {
  const clean = cleanHeic(aHeic('the pixels', SECRET, `<xmp>${SECRET}</xmp>`))
  expect(clean?.includes(SECRET)).toBe(false)
  expect(clean).toEqual(aHeic('the pixels', blank(SECRET), blank(`<xmp>${SECRET}</xmp>`)))
})

const whole: [string, (bytes: Buffer) => Buffer | null, Buffer][] = [
  ['JPEG', cleanJpeg, aJpeg(exifSegment(6))],
  ['PNG', cleanPng, aPng(chunk('eXIf', exif(6, SECRET)))],
  ['WebP', cleanWebp, aWebp(['VP8X', Buffer.alloc(10)], ['VP8 ', 'pixels'], ['EXIF', exif(6, SECRET)])],
]
test.each(whole)('a %s cut short anywhere is refused', (_, clean, bytes) => {
  for (let length = 12; length < bytes.length; length++) expect(clean(bytes.subarray(0, length))).toBeNull()
})

test.each([...whole, ['HEIC', cleanHeic, aHeic('pixels', SECRET, SECRET)] as const])(
  'a %s with any bytes broken is cleaned or refused, never an exception',
  (_, clean, bytes) => {
    const change = fc.tuple(fc.nat(bytes.length - 1), fc.nat(255))
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 6 }), (changes) => {
        const broken = Buffer.from(bytes)
        for (const [at, value] of changes) if (at >= 12) broken[at] = value
        const answer = clean(broken)
        return answer === null || answer.length <= broken.length + 60
      }),
      { numRuns: 2000 },
    )
  },
)

test('an Exif block that makes no sense means upright', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 60 }), (noise) => {
      const value = orientationOf(Buffer.concat([Buffer.from('II*\0'), noise]))
      return Number.isInteger(value) && value >= 1 && value <= 8
    }),
  )
  expect(orientationOf(onlyOrientation(7))).toBe(7)
  expect(orientationOf(exif(9, ''))).toBe(1)
})

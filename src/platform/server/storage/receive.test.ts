import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import { expect, test } from 'vitest'
import { aHeic, aJpeg, aPng, aWebp, segment } from '../../../../test/pictures.ts'
import { rawZip } from '../../../../test/raw-zip.ts'
import { isRefusal } from '../../../values/refusal.ts'
import { downloadHeaders } from './download.ts'
import { PICTURE_KINDS } from './kind.ts'
import { fileName } from './name.ts'
import { receiveFile } from './receive.ts'

const office = (...names: string[]) =>
  rawZip(['[Content_Types].xml', ...names].map((name) => ({ name, data: '<x/>' })))
const answer = async (content: Buffer | string, name = 'x', most = 25_000_000) => {
  const received = await receiveFile(Buffer.from(content as string), name, { most })
  return isRefusal(received) ? received.refused : received.kind
}

test.each<[string, Buffer | string, string]>([
  ['a.jpg', aJpeg(), 'jpeg'],
  ['a.exe', aPng(), 'png'],
  ['a', aWebp(['VP8 ', 'pixels']), 'webp'],
  ['a.heic', aHeic('pixels', 'exif', 'xmp'), 'heic'],
  ['a.doc', '%PDF-1.7 …', 'pdf'],
  ['notes.md', 'Call Ana — Tuesday', 'txt'],
  ['list.CSV', 'a;b\n1;2', 'csv'],
  ['old.txt', Buffer.from('Peña y Núñez', 'latin1'), 'txt'],
  ['wide.txt', Buffer.from('\uFEFF北京', 'utf16le'), 'txt'],
  ['a.zip', office('xl/workbook.xml'), 'xlsx'],
  ['a.xlsx', office('word/document.xml'), 'docx'],
  ['macros.xlsx', office('xl/workbook.xml', 'xl/vbaProject.bin'), 'file-kind-not-allowed'],
  ['slides.pptx', office('ppt/presentation.xml'), 'file-kind-not-allowed'],
  ['photos.zip', rawZip([{ name: 'a.jpg', data: 'x' }]), 'file-kind-not-allowed'],
  ['page.txt', '<!doctype html><script>alert(1)</script>', 'file-kind-not-allowed'],
  ['page.jpg', ' \n<html><body>', 'file-kind-not-allowed'],
  ['drawing.png', '<svg xmlns="http://www.w3.org/2000/svg" onload="x()">', 'file-kind-not-allowed'],
  ['drawing.txt', '<?xml version="1.0"?><svg onload="x()"/>', 'file-kind-not-allowed'],
  ['run.txt', '<script>x()</script>', 'file-kind-not-allowed'],
  ['a.pdf', Buffer.from('4d5a9000', 'hex'), 'file-kind-not-allowed'],
  ['a.txt', Buffer.from([1, 2, 3, 0, 200]), 'file-kind-not-allowed'],
  ['video.heic', Buffer.from('\0\0\0\x18ftypisom\0\0\0\0', 'latin1'), 'file-kind-not-allowed'],
  ['a.gif', 'GIF89a', 'file-kind-not-allowed'],
  ['empty.txt', '', 'file-empty'],
  ['cut.jpg', aJpeg().subarray(0, 30), 'file-damaged'],
  ['cut.png', aPng().subarray(0, 30), 'file-damaged'],
])('%s is taken by its content: %#', async (name, content, expected) => {
  expect(await answer(content, name)).toBe(expected)
})

test('a picture comes back cleaned, measured and named', async () => {
  const dirty = aJpeg(segment(0xfe, 'Ana, at home'))
  const received = await receiveFile(
    Readable.from([dirty.subarray(0, 5), dirty.subarray(5)]),
    'C:\\Ana\\IMG 1.JPEG',
  )
  expect(received).toEqual({
    kind: 'jpeg',
    contentType: 'image/jpeg',
    name: 'IMG 1.jpg',
    content: aJpeg(),
    bytes: aJpeg().length,
    sha256: createHash('sha256').update(aJpeg()).digest('hex'),
  })
})

test('reading stops at the limit, and other kinds than asked for are refused', async () => {
  let given = 0
  function* endless() {
    for (;;) {
      given += 1000
      yield Buffer.alloc(1000, 'x')
    }
  }
  const stream = Readable.from(endless())
  expect(await receiveFile(stream, 'a.txt', { most: 100_000 })).toMatchObject({
    refused: 'file-too-large',
    facts: { most: 100_000 },
  })
  expect(stream.destroyed).toBe(true)
  expect(given).toBeLessThan(300_000)
  expect(await receiveFile(Buffer.from('text'), 'a.txt', { kinds: PICTURE_KINDS })).toMatchObject({
    refused: 'file-kind-not-allowed',
  })
})

test.each([
  ['../../etc/passwd', 'passwd.txt'],
  ['..\\..\\boot.ini', 'boot.txt'],
  ['fdp\u202Eexe.txt', 'fdpexe.txt'],
  ['evil.html', 'evil.txt'],
  ['.profile', 'profile.txt'],
  ['con.txt', '_con.txt'],
  ['a\r\nSet-Cookie: x=1.txt', 'aSet-Cookie_ x=1.txt'],
  ['Informe año 2024.final.txt', 'Informe año 2024.final.txt'],
  ['客户 资料.txt', '客户 资料.txt'],
  ['😀'.repeat(200), `${'😀'.repeat(80)}.txt`],
  ['', 'file.txt'],
  ['...', 'file.txt'],
])('the name %j becomes %j', (given, expected) => {
  expect(fileName(given, 'txt')).toBe(expected)
})

test('a download is saved under its name and can do nothing else', () => {
  const headers = downloadHeaders('Año "1"; (客户)*.txt', 'csv')
  expect(headers).toMatchObject({
    'content-type': 'text/csv; charset=utf-8',
    'x-content-type-options': 'nosniff',
  })
  expect(headers['content-disposition']).toBe(
    `attachment; filename="A_o _1_; (__)_.csv"; filename*=UTF-8''A%C3%B1o%20_1_%3B%20%28%E5%AE%A2%E6%88%B7%29_.csv`,
  )
  expect(headers['content-security-policy']).toContain('sandbox')
  expect(() => new Headers(headers)).not.toThrow()
})

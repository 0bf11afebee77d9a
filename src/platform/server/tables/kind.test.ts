import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { aFile, cellsOf, refusalOf } from '../../../../test/files.ts'
import { rawZip } from '../../../../test/raw-zip.ts'

/** A compound file whose directory holds these names, as Office before 2007 and encrypted files have it. */
function compound(...names: string[]): Buffer {
  const header = Buffer.alloc(512)
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(header)
  header.writeUInt16LE(9, 0x1e)
  header.writeUInt32LE(1, 0x30)
  const directory = Buffer.alloc(512)
  names.forEach((name, i) => directory.write(name, i * 128, 'utf16le'))
  return Buffer.concat([header, Buffer.alloc(512), directory])
}

const zipped = (...names: string[]) => rawZip(names.map((name) => ({ name, data: 'x' })))
const ods = rawZip([
  { name: 'mimetype', data: 'application/vnd.oasis.opendocument.spreadsheet', method: 0 },
  { name: 'content.xml', data: '<x/>' },
])

test.each<[string, string | Buffer, string]>([
  ['Excel before 2007', compound('Root Entry', 'Workbook'), 'xls'],
  ['Excel 95', compound('Root Entry', 'Book'), 'xls'],
  [
    'a workbook with a password',
    compound('Root Entry', 'EncryptionInfo', 'EncryptedPackage'),
    'password-protected',
  ],
  ['Word before 2007', compound('Root Entry', 'WordDocument'), 'old-office'],
  ['a cut compound file', compound('Root Entry', 'Workbook').subarray(0, 60), 'old-office'],
  ['LibreOffice Calc', ods, 'ods'],
  ['Apple Numbers', zipped('Index/Document.iwa', 'preview.jpg'), 'numbers'],
  ['binary Excel', zipped('[Content_Types].xml', 'xl/workbook.bin'), 'xlsb'],
  ['Word', zipped('[Content_Types].xml', 'word/document.xml'), 'docx'],
  ['PowerPoint', zipped('[Content_Types].xml', 'ppt/presentation.xml'), 'pptx'],
  ['any zip', zipped('photos/1.jpg'), 'zip'],
  ['PDF', '%PDF-1.7\n1 0 obj', 'pdf'],
  ['a web page called .xls', '<html><body><table><tr><td>a</td></tr></table></body></html>', 'html'],
  ['a web page with a mark and blanks', '\uFEFF\r\n  <!DOCTYPE html>\n<html>', 'html'],
  ['a bare HTML table', '<table border=1><tr><td>1', 'html'],
  ['a web archive', 'MIME-Version: 1.0\nContent-Type: multipart/related', 'mhtml'],
  [
    'an XML spreadsheet of 2003',
    '<?xml version="1.0"?>\n<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">',
    'xml-spreadsheet',
  ],
  ['other XML', '<?xml version="1.0"?><orders/>', 'xml'],
  ['RTF', '{\\rtf1\\ansi', 'rtf'],
  ['JSON', '[{"a": 1}]', 'json'],
  ['a photo', Buffer.from('ffd8ffe000104a464946', 'hex'), 'image'],
  ['a PNG', Buffer.from('89504e470d0a1a0a0000', 'hex'), 'image'],
  ['a packed CSV', gzipSync('a,b\n1,2\n'), 'archive'],
  ['a database', 'SQLite format 3\0', 'sqlite'],
  ['a program', Buffer.from('7f454c4602010100', 'hex'), 'program'],
  ['zeros', Buffer.alloc(10_000), 'binary'],
])('names %s and refuses it', async (_, bytes, kind) => {
  expect(await refusalOf(aFile(bytes))).toEqual({ code: 'kind-not-read', value: kind })
})

test.each([
  ['%', '%,b\n1,2\n'],
  ['GIF in words', 'GIF,PNG\n1,2\n'],
  ['PK in words', 'PK,name\n1,2\n'],
  ['an angle', '<5,>5\n1,2\n'],
  ['a brace', '{a},[b]\n1,2\n'],
])('does not take a table that begins with %s for something else', async (_, text) => {
  expect(await cellsOf(aFile(text))).toEqual([['1', '2']])
})

import { closeSync, ftruncateSync, openSync, readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { constants, crc32, deflateRawSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { aFile, cellsOf, refusalOf, rowsOf } from '../../../../test/files.ts'
import { rawZip, type RawEntry } from '../../../../test/raw-zip.ts'
import { aWorkbook, partsOf } from '../../../../test/workbook.ts'
import type { TableOptions } from './table.ts'

const good = '<row r="1"><c r="A1" t="str"><v>a</v></c></row><row r="2"><c r="A2"><v>1</v></c></row>'
const sheet = 'xl/worksheets/sheet1.xml'

/** A good workbook in which some entries of the zip are replaced or added. */
function zipWith(...others: RawEntry[]): string {
  const names = others.map((entry) => entry.name)
  const parts = Object.entries(partsOf(good)).map(([name, data]) => ({ name, data }))
  return aFile(rawZip([...parts.filter(({ name }) => !names.includes(name)), ...others]))
}

const sheetXml = partsOf(good)[sheet] ?? ''
const blank = Buffer.alloc(20_000_000, ' ')

test.each<[string, () => string, string, TableOptions?]>([
  ['a zip cut in the middle', () => aFile(rawZip([{ name: 'a', data: 'b' }]).subarray(0, 40)), 'zip-damaged'],
  ['an empty zip', () => aFile(rawZip([])), 'kind-not-read'],
  [
    'a table of contents that is too short',
    () => aFile(rawZip([{ name: 'a', data: 'b' }], 3)),
    'zip-damaged',
  ],
  ['a bomb: 20 MB of blanks', () => zipWith({ name: sheet, data: blank }), 'zip-ratio'],
  ['a part that says 3 GB', () => zipWith({ name: sheet, data: sheetXml, unpacked: 3e9 }), 'zip-too-large'],
  [
    'more inside than it says',
    () => zipWith({ name: sheet, data: sheetXml, unpacked: 20 }),
    'zip-size-differs',
  ],
  [
    'less inside than it says',
    () => zipWith({ name: sheet, data: sheetXml, unpacked: 5000 }),
    'zip-size-differs',
  ],
  ['a wrong checksum', () => zipWith({ name: sheet, data: sheetXml, crc: 1 }), 'zip-damaged'],
  [
    'bytes that can not be unpacked',
    () => zipWith({ name: sheet, data: 'x', packed: Buffer.alloc(9, 255) }),
    'zip-damaged',
  ],
  ['two entries in one place', () => zipWith({ name: 'x.xml', data: 'y', start: 0 }), 'zip-overlapping'],
  [
    'an entry that reaches over the next',
    () => zipWith({ name: sheet, data: 'x', packedSize: 9999 }),
    'zip-overlapping',
  ],
  [
    'one name twice',
    () => zipWith({ name: sheet, data: sheetXml }, { name: sheet, data: sheetXml }),
    'zip-overlapping',
  ],
  ['an entry beyond the file', () => zipWith({ name: sheet, data: 'x', start: 4e9 }), 'zip-overlapping'],
  ['an encrypted entry', () => zipWith({ name: sheet, data: sheetXml, flags: 1 }), 'kind-not-read'],
  ['an unknown method', () => zipWith({ name: sheet, data: sheetXml, method: 12 }), 'zip-damaged'],
  [
    '6,000 entries',
    () => aFile(rawZip(Array.from({ length: 6000 }, (_, i) => ({ name: String(i), data: '' })))),
    'zip-too-many-entries',
  ],
  [
    'a list of parts of 9 MB',
    () => zipWith({ name: 'xl/workbook.xml', data: blank.subarray(0, 9e6) }),
    'zip-too-large',
  ],
])('refuses %s', async (_, path, code, options = {}) => {
  expect((await refusalOf(path(), options))?.code).toBe(code)
})

const laughs =
  '<!DOCTYPE sst [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]><sst><si><t>&b;</t></si></sst>'
const outside = '<!DOCTYPE x SYSTEM "file:///etc/passwd"><worksheet/>'
const far =
  '<Relationships><Relationship Id="rId1" Type="x/worksheet" TargetMode="External" Target="http://127.0.0.1:9/"/></Relationships>'
const rows = (xml: string) => ({ [sheet]: `<worksheet><sheetData>${xml}</sheetData></worksheet>` })
const one = (cell: string) => rows(`<row r="1">${cell}</row>`)

test.each<[string, Record<string, string>, object]>([
  [
    'entities that multiply',
    { 'xl/sharedStrings.xml': laughs, ...one('<c t="s"><v>0</v></c>') },
    { code: 'xml-entities' },
  ],
  ['an entity from a file', { [sheet]: outside }, { code: 'xml-entities' }],
  ['a sheet on another machine', { 'xl/_rels/workbook.xml.rels': far }, { code: 'empty-file' }],
  ['a sheet that is missing', { 'xl/_rels/workbook.xml.rels': '<Relationships/>' }, { code: 'empty-file' }],
  ['tags that do not match', rows('<row r="1"></c>'), { code: 'xml-damaged' }],
  ['XML cut in the middle', { [sheet]: '<worksheet><sheetData><row r="1"><c' }, { code: 'xml-damaged' }],
  ['no XML at all', { [sheet]: 'hello' }, { code: 'xml-damaged' }],
  ['endless nesting', rows('<a>'.repeat(100_000)), { code: 'xml-damaged' }],
  [
    'a shared text that is not there',
    one('<c r="A1" t="s"><v>7</v></c>'),
    { code: 'xml-damaged', row: 1, column: 1 },
  ],
  ['a shared text with a negative number', one('<c t="s"><v>-1</v></c>'), { code: 'xml-damaged' }],
  ['rows that go back', rows('<row r="2"/><row r="1"/>'), { code: 'xml-damaged', row: 2 }],
  ['a row that is no number', rows('<row r="1e9x"/>'), { code: 'xml-damaged' }],
  [
    'a row too far down',
    rows('<row r="1048577"/>'),
    { code: 'too-many-rows', row: 1_048_577, limit: 1_048_576 },
  ],
  [
    'a column too far right',
    one('<c r="XFD1"><v>1</v></c>'),
    { code: 'too-many-columns', value: '16384', limit: 500 },
  ],
  ['a cell without a place', one('<c r="?1"><v>1</v></c>'), { code: 'xml-damaged', row: 1 }],
  ['an endless attribute', one(`<c r="${'A'.repeat(1_000_000)}"/>`), { code: 'cell-too-long' }],
  ['an endless text', one(`<c t="str"><v>${'x'.repeat(1_000_000)}`), { code: 'cell-too-long' }],
])('refuses a workbook with %s', async (_, parts, expected) => {
  expect(await refusalOf(aFile(await aWorkbook(good, parts)))).toMatchObject(expected)
})

test('letters that are not UTF-8 are refused, UTF-16 with a mark is read', async () => {
  const latin = Buffer.from(sheetXml.replace('>a<', '>ñ<'), 'latin1')
  expect((await refusalOf(zipWith({ name: sheet, data: latin })))?.code).toBe('xml-damaged')
  const wide = Buffer.from(`\uFEFF${sheetXml}`, 'utf16le')
  expect(await cellsOf(zipWith({ name: sheet, data: wide }))).toEqual([['1']])
})

test('names that climb out of a folder, and a bomb inside that nobody opens, are harmless', async () => {
  const inner = rawZip([{ name: 'bomb', data: blank }])
  const before = readdirSync(tmpdir()).length
  const path = zipWith(
    { name: '../../../../tmp/climbed', data: 'x' },
    { name: 'xl/embeddings/nested.zip', data: inner },
  )
  expect(await cellsOf(path)).toEqual([['1']])
  expect(readdirSync(tmpdir())).not.toContain('climbed')
  expect(readdirSync(tmpdir()).length).toBe(before)
})

test('a long text in a cell marks its row, many texts that fill memory end the reading', async () => {
  const long = `<sst><si><t>${'x'.repeat(40_000)}</t></si></sst>`
  const parts = { 'xl/sharedStrings.xml': long, ...one('<c t="s"><v>0</v></c>') }
  const path = aFile(await aWorkbook('', parts))
  expect((await rowsOf(path, { headerRow: 0 }))[0]?.problem).toMatchObject({
    code: 'cell-too-long',
    row: 1,
    column: 1,
  })
  expect(await refusalOf(path, { limits: { sharedBytes: 1000 } })).toEqual({
    code: 'zip-too-large',
    limit: 1000,
  })
})

/** Packed pieces that can be put one after another. */
function flushed(data: Buffer | string): Buffer {
  return deflateRawSync(data, { finishFlush: constants.Z_FULL_FLUSH })
}

test('a cell of 1 GB is stopped at its beginning, in CSV and in XLSX', async () => {
  const csv = aFile('\uFEFFa,b\n1,"')
  const file = openSync(csv, 'r+')
  ftruncateSync(file, 1_000_000_000)
  closeSync(file)
  const limits = { fileBytes: 2e9, ratio: 2000 }
  expect(await refusalOf(csv, { limits })).toMatchObject({ code: 'cell-too-long', row: 2, column: 2 })

  const million = flushed(Buffer.alloc(1_000_000, 'x'))
  const start = `<worksheet><sheetData><row r="1"><c r="A1" t="str"><v>`
  const packed = Buffer.concat([flushed(start), ...Array.from({ length: 1000 }, () => million)])
  const path = zipWith({
    name: sheet,
    data: '',
    packed,
    unpacked: 1_000_000_000 + start.length,
    crc: crc32(start),
  })
  expect(await refusalOf(path, { limits })).toMatchObject({ code: 'cell-too-long', row: 1 })
})

import { Readable } from 'node:stream'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { encode } from '../../../../test/encode.ts'
import { aFile, rowsOf } from '../../../../test/files.ts'
import { DELIMITERS, TEXT_ENCODINGS } from './table.ts'
import { writeCsv } from './write-csv.ts'
import { writeXlsx } from './write-xlsx.ts'

/** Texts that have broken spreadsheets before, among any others. NUL and U+FFFD are marked when read. */
const nasty = fc.constantFrom(
  '=1+1',
  "'=1+1",
  "''@x",
  '+34 600 111 222',
  '-5',
  '@SUM(A1)',
  '\tx',
  '\r',
  '\n',
  ' lead and trail ',
  '"',
  '""',
  'a"b',
  ',',
  ';',
  '|',
  'sep=;',
  '<table>',
  '{"a":1}',
  '_x0041_',
  '_x005F_x0041_',
  '\uFEFFmark',
  '00123',
  '1e5',
  '2024-05-01',
  'TRUE',
  '北京',
  '＝1',
  '😀',
  '&amp;',
  ']]>',
)
const text = fc
  .oneof(
    { arbitrary: nasty, weight: 2 },
    { arbitrary: fc.string({ unit: 'binary' }), weight: 2 },
    { arbitrary: fc.string(), weight: 1 },
    {
      arbitrary: fc.string({ unit: fc.constantFrom('á', 'ñ', '北', '京', 'の', 'カ', 'é', 'x', ' ', '€') }),
      weight: 1,
    },
  )
  .filter((value) => !value.includes('\0') && !value.includes('\uFFFD'))

function tables(cell: fc.Arbitrary<string>) {
  return fc
    .integer({ min: 1, max: 5 })
    .chain((width) =>
      fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 8 }),
    )
    .filter((rows) => rows.some((row) => row.some((value) => value.trim() !== '')))
}

/** What reading must give: blank rows are left out, the others keep their numbers. */
function numbered(rows: readonly string[][]) {
  return rows
    .map((cells, i) => ({ number: i + 1, cells }))
    .filter(({ cells }) => cells.some((value) => value.trim() !== ''))
}

async function bytesOf(pieces: AsyncIterable<Uint8Array>): Promise<Buffer> {
  return Buffer.concat(await Array.fromAsync(pieces))
}

/** A sheet doesn't say how wide it is: empty cells at the end of a row may be missing. */
function padTo5(cells: readonly string[]) {
  return [...cells, '', '', '', ''].slice(0, 5)
}

const form = fc.record({
  delimiter: fc.constantFrom(...DELIMITERS),
  mark: fc.boolean(),
  neutralise: fc.boolean(),
})

test('any table written as CSV and read back is the same', async () => {
  await fc.assert(
    fc.asyncProperty(tables(text), form, async (rows, { delimiter, mark, neutralise }) => {
      const path = aFile(await bytesOf(writeCsv(rows, { delimiter, mark, neutralise })))
      const apostrophes = neutralise ? 'remove' : 'keep'
      // The delimiter and encoding of one odd line can't be guessed: the person, or the export, says them.
      const found = await rowsOf(path, { headerRow: 0, delimiter, apostrophes, encoding: 'utf-8' })
      expect(found).toEqual(numbered(rows))
    }),
    { numRuns: 300 },
  )
})

test.each(TEXT_ENCODINGS)('the same in %s, for every text it can hold', async (encoding) => {
  const holdable = text.filter((value) => encode(value, encoding) !== undefined)
  await fc.assert(
    fc.asyncProperty(tables(holdable), async (rows) => {
      const utf8 = (await bytesOf(writeCsv(rows, { mark: false }))).toString()
      const path = aFile(encode(utf8, encoding) ?? '')
      const found = await rowsOf(path, { headerRow: 0, delimiter: ',', encoding })
      expect(found).toEqual(numbered(rows))
    }),
    { numRuns: 100 },
  )
})

test('any table written as XLSX and read back is the same', async () => {
  await fc.assert(
    fc.asyncProperty(tables(text), async (rows) => {
      const found = await rowsOf(Readable.from(writeXlsx(rows)), { headerRow: 0 })
      const padded = found.map((row) => ({ ...row, cells: padTo5(row.cells) }))
      const expected = numbered(rows).map((row) => ({ ...row, cells: padTo5(row.cells) }))
      expect(padded).toEqual(expected)
    }),
    { numRuns: 200 },
  )
})

test('formulas are neutralised, numbers are not, and nothing else is touched', async () => {
  const row = ['=cmd|x', '+1', '-1', '@a', '\tx', '\rx', '＝1', "'=x", "it's", -5, 1.5, null, '']
  const csv = (await bytesOf(writeCsv([row], { mark: false }))).toString()
  expect(csv).toBe(`"'=cmd|x","'+1","'-1","'@a","'\tx","'\rx","'＝1","''=x","it's",-5,1.5,,\r\n`)
  const machine = (await bytesOf(writeCsv([['=x', "'=x"]], { mark: false, neutralise: false }))).toString()
  expect(machine).toBe(`"=x","'=x"\r\n`)
})

test('a spreadsheet refuses on writing what it could not open again', async () => {
  const long = writeXlsx([['ok'], ['x', 'y'.repeat(32_768)]])
  await expect(bytesOf(long)).rejects.toMatchObject({ problem: { code: 'cell-too-long', row: 2, column: 2 } })
})

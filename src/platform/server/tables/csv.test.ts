import { Readable } from 'node:stream'
import { expect, test } from 'vitest'
import { encode } from '../../../../test/encode.ts'
import { aFile, cellsOf, refusalOf, rowsOf } from '../../../../test/files.ts'
import { inspectTable } from './inspect.ts'

test.each([
  ['LF', 'a,b\n1,2\n3,4\n'],
  ['CRLF', 'a,b\r\n1,2\r\n3,4\r\n'],
  ['CR', 'a,b\r1,2\r3,4\r'],
  ['mixed line ends', 'a,b\r\n1,2\n3,4'],
  ['no line end at the end', 'a,b\n1,2\n3,4'],
  ['a byte-order mark', '\uFEFFa,b\n1,2\n3,4\n'],
  ['a sep= line', 'sep=;\na;b\n1;2\n3;4\n'],
  ['quotes', '"a","b"\n"1","2"\n"3","4"\n'],
  ['blank lines between', 'a,b\n\n1,2\n,\n3,4\n\n\n'],
  ['a title above', 'Customers\n\na,b\n1,2\n3,4\n'],
  ['trailing empty columns', 'a,b,,,\n1,2,,,\n3,4,,,\n'],
])('reads the same table with %s', async (_, text) => {
  const rows = await cellsOf(aFile(text))
  expect(rows.map((cells) => cells.slice(0, 2))).toEqual([
    ['1', '2'],
    ['3', '4'],
  ])
  expect((await inspectTable(aFile(text))).header).toEqual(['a', 'b'])
})

test('keeps quotes, delimiters, line ends and spaces inside cells', async () => {
  const text = 'a,b\n"x, ""y""\r\nz",  5" pipe \n"it""s" odd,2\n'
  expect(await cellsOf(aFile(text))).toEqual([
    ['x, "y"\r\nz', '  5" pipe '],
    ['"it"s" odd', '2'],
  ])
})

test('numbers rows as a spreadsheet does and starts where it is told', async () => {
  const path = aFile('Title\n\na,b\n"1\n1",2\n\n3,4\n5,6\n')
  expect((await rowsOf(path)).map((row) => row.number)).toEqual([4, 6, 7])
  expect((await rowsOf(path, { startAtRow: 6 })).map((row) => row.cells[0])).toEqual(['3', '5'])
})

test('a row that is too short or too long says its number and both counts', async () => {
  const path = aFile('a,b,c\n1,2,3\n1,2\n1,2,3,4\n1,2,3,\n')
  expect((await rowsOf(path)).map((row) => row.problem)).toEqual([
    undefined,
    { code: 'ragged-row', row: 3, value: '2', limit: 3 },
    { code: 'ragged-row', row: 4, value: '4', limit: 3 },
    undefined,
  ])
  expect((await rowsOf(path, { shortRows: 'fill' }))[1]).toEqual({ number: 3, cells: ['1', '2', ''] })
})

test('names of columns that are empty or repeated are pointed out', async () => {
  const seen = await inspectTable(aFile('Name,,name ,City\nAna,x,y,Lugo\n'))
  expect(seen).toMatchObject({ header: ['Name', '', 'name ', 'City'], unnamed: [2], repeated: [3] })
})

test('an override beats the guess', async () => {
  const path = aFile(encode('a;b\nñ;1,5\n', 'windows-1252') ?? '')
  expect(await cellsOf(path)).toEqual([['ñ', '1,5']])
  expect(
    await cellsOf(path, { encoding: 'windows-1252', delimiter: ',', headerRow: 0, shortRows: 'fill' }),
  ).toEqual([['a;b'], ['ñ;1', '5']])
})

test('bytes that mean nothing in the encoding mark their row', async () => {
  const path = aFile(encode('a,b\n1,España\n2,Lugo\n', 'windows-1252') ?? '')
  const rows = await rowsOf(path, { encoding: 'utf-8' })
  expect(rows.map((row) => row.problem?.code)).toEqual(['undecodable', undefined])
  expect(rows[0]?.problem).toMatchObject({ row: 2, column: 2 })
})

test('a zero character marks its row', async () => {
  const rows = await rowsOf(aFile('a,b\n1,x\0y\n2,z\n'))
  expect(rows[0]?.problem).toEqual({ code: 'nul-character', row: 2, column: 2, value: 'x␀y' })
  expect(rows[1]?.problem).toBeUndefined()
})

test('a stream is read like a file, in any pieces', async () => {
  const bytes = Buffer.from('código;ciudad\n1;Málaga\n2;北京\n')
  const pieces = Readable.from(Array.from(bytes, (byte) => Buffer.from([byte])))
  expect(await cellsOf(pieces)).toEqual([
    ['1', 'Málaga'],
    ['2', '北京'],
  ])
})

test.each([
  ['nothing', '', 'empty-file', {}],
  ['only blanks', ' \r\n \n', 'empty-file', {}],
  ['an open quote', 'a,b\n1,2\n"3,4\n5,6\n', 'unclosed-quote', { row: 3 }],
  [
    'an endless cell',
    `a,b\n1,"${'x'.repeat(200_000)}`,
    'cell-too-long',
    { row: 2, column: 2, limit: 32_767 },
  ],
  ['endless columns', `a,b\n${','.repeat(200_000)}`, 'too-many-columns', { row: 2, limit: 500 }],
  ['501 columns', `${'x,'.repeat(500)}x\n`, 'too-many-columns', { row: 1, value: '501', limit: 500 }],
  ['an endless row', `a\n${`"${'x'.repeat(30_000)}",`.repeat(80)}`, 'row-too-long', { row: 2 }],
] as const)('refuses %s', async (_, text, code, facts) => {
  expect(await refusalOf(aFile(text))).toMatchObject({ code, ...facts })
})

test('a cell over the limit marks its row and shows only its beginning', async () => {
  const rows = await rowsOf(aFile(`a,b\n1,${'x'.repeat(40_000)}\n3,4\n`))
  expect(rows[0]?.problem).toMatchObject({ code: 'cell-too-long', row: 2, column: 2, limit: 32_767 })
  expect(rows[0]?.problem?.value).toHaveLength(80)
  expect(rows[1]).toEqual({ number: 3, cells: ['3', '4'] })
})

test('too many rows and too large a file are refused', async () => {
  const path = aFile('a\n1\n2\n3\n')
  expect(await refusalOf(path, { limits: { rows: 3 } })).toEqual({ code: 'too-many-rows', row: 4, limit: 3 })
  expect(await refusalOf(path, { limits: { fileBytes: 5 } })).toEqual({
    code: 'file-too-large',
    value: '8',
    limit: 5,
  })
  const stream = Readable.from([Buffer.from('a\n'), Buffer.from('1\n2\n3\n')])
  expect(await refusalOf(stream, { limits: { fileBytes: 5 } })).toEqual({ code: 'file-too-large', limit: 5 })
})

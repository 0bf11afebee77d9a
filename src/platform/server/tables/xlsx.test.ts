import { expect, test } from 'vitest'
import { aFile, cellsOf, refusalOf, rowsOf } from '../../../../test/files.ts'
import { aWorkbook } from '../../../../test/workbook.ts'
import { inspectTable } from './inspect.ts'

const header = '<row r="1"><c r="A1" t="str"><v>a</v></c><c r="B1" t="str"><v>b</v></c></row>'
const read = async (rows: string, others: Record<string, string> = {}) =>
  cellsOf(aFile(await aWorkbook(header + rows, others)))

test('reads every kind of cell as the text a person sees', async () => {
  const strings =
    '<sst><si><t>plain</t></si><si><r><t>rich </t></r><r><rPr><b/></rPr><t xml:space="preserve"> text</t></r></si><si><t>東京</t><rPh sb="0" eb="2"><t>トウキョウ</t></rPh></si><si/></sst>'
  const rows = `
    <row r="2"><c r="A2" t="s"><v>0</v></c><c r="B2" t="s"><v>1</v></c></row>
    <row r="3"><c r="A3" t="s"><v>2</v></c><c r="B3" t="inlineStr"><is><t>in &lt;line&gt; &#128512;</t></is></c></row>
    <row r="4"><c r="A4" t="b"><v>1</v></c><c r="B4" t="b"><v>0</v></c></row>
    <row r="5"><c r="A5"><f>1+1</f><v>2</v></c><c r="B5" t="str"><f>A2</f><v>text_x000D_</v></c></row>
    <row r="6"><c r="A6" t="s"><v>3</v></c><c r="B6" t="d"><v>2024-05-01T00:00:00</v></c></row>`
  expect(await read(rows, { 'xl/sharedStrings.xml': strings })).toEqual([
    ['plain', 'rich  text'],
    ['東京', 'in <line> 😀'],
    ['true', 'false'],
    ['2', 'text\r'],
    ['', '2024-05-01'],
  ])
})

test('cells and rows without references follow one another, gaps are empty', async () => {
  const rows =
    '<row><c><v>1</v></c><c/><c><v>3</v></c></row><row r="5"><c r="C5"><v>9</v></c><c><v>10</v></c></row><row><c r="B6"><v>7</v></c></row>'
  const found = await rowsOf(aFile(await aWorkbook(header + rows)))
  expect(found).toEqual([
    { number: 2, cells: ['1', '', '3'] },
    { number: 5, cells: ['', '', '9', '10'] },
    { number: 6, cells: ['', '7'] },
  ])
})

test('a workbook with prefixed names, strict types and targets from the root is read alike', async () => {
  const others = {
    '_rels/.rels':
      '<p:Relationships xmlns:p="x"><p:Relationship Id="a" Type="http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument" Target="/book/main.xml"/></p:Relationships>',
    'book/main.xml':
      '<x:workbook xmlns:x="m" xmlns:d="r"><x:sheets><x:sheet name="Åäö" d:id="q"/></x:sheets></x:workbook>',
    'book/_rels/main.xml.rels':
      '<Relationships><Relationship Id="q" Type="http://purl.oclc.org/ooxml/officeDocument/relationships/worksheet" Target="/pages/one.xml"/></Relationships>',
    'xl/x.xml': '',
    'pages/one.xml':
      '<x:worksheet xmlns:x="m"><x:sheetData><x:row><x:c t="inlineStr"><x:is><x:t>a</x:t></x:is></x:c></x:row><x:row><x:c><x:v>1</x:v></x:c></x:row></x:sheetData></x:worksheet>',
  }
  const path = aFile(await aWorkbook('', others))
  expect(await cellsOf(path)).toEqual([['1']])
  expect((await inspectTable(path)).sheet).toBe('Åäö')
})

const sheets = (states: readonly (readonly [string, string])[]) => ({
  'xl/workbook.xml': `<workbook><sheets>${states.map(([name, state], i) => `<sheet name="${name}" r:id="s${i}" state="${state}"/>`).join('')}</sheets></workbook>`,
  'xl/_rels/workbook.xml.rels': `<Relationships>${states.map((_, i) => `<Relationship Id="s${i}" Type="x/worksheet" Target="worksheets/s${i}.xml"/>`).join('')}</Relationships>`,
  ...Object.fromEntries(
    states.map(([name], i) => [
      `xl/worksheets/s${i}.xml`,
      `<worksheet><sheetData><row><c t="str"><v>name</v></c></row><row><c t="str"><v>${name}</v></c></row></sheetData></worksheet>`,
    ]),
  ),
})

test('of several sheets the first visible one is read, any other when named', async () => {
  const names = [
    ['secret', 'veryHidden'],
    ['old', 'hidden'],
    ['Clientes', 'visible'],
    ['客户', 'visible'],
  ] as const
  const path = aFile(await aWorkbook('', sheets(names)))
  expect(await cellsOf(path)).toEqual([['Clientes']])
  expect(await cellsOf(path, { sheet: '客户' })).toEqual([['客户']])
  expect(await cellsOf(path, { sheet: 'old' })).toEqual([['old']])
  expect(await refusalOf(path, { sheet: 'gone' })).toEqual({ code: 'sheet-not-found', value: 'gone' })
  expect((await inspectTable(path)).sheets).toEqual([
    { name: 'secret', hidden: true },
    { name: 'old', hidden: true },
    { name: 'Clientes', hidden: false },
    { name: '客户', hidden: false },
  ])
})

test('a merge down a column gives each row its text; a title across gives it once', async () => {
  const rows =
    '<row r="2"><c r="A2" t="str"><v>North</v></c><c r="B2"><v>1</v></c></row><row r="3"><c r="B3"><v>2</v></c></row><row r="4"><c r="A4" t="str"><v>South</v></c><c r="B4"><v>3</v></c></row><row r="5"><c r="B5"><v>4</v></c></row>'
  const merges = '<mergeCells count="2"><mergeCell ref="A2:A3"/><mergeCell ref="C4:F4"/></mergeCells>'
  const sheet = `<worksheet><sheetData>${header}${rows}</sheetData>${merges}</worksheet>`
  expect(await read('', { 'xl/worksheets/sheet1.xml': sheet })).toEqual([
    ['North', '1'],
    ['North', '2'],
    ['South', '3'],
    ['', '4'],
  ])
})

test('an error in a cell and a formula saved without its value mark their row', async () => {
  const rows =
    '<row r="2"><c r="A2" t="e"><v>#N/A</v></c><c r="B2"><v>1</v></c></row><row r="3"><c r="A3"><v>1</v></c><c r="B3"><f>SUM(A1:A2)</f></c></row>'
  const found = await rowsOf(aFile(await aWorkbook(header + rows)))
  expect(found).toEqual([
    { number: 2, cells: ['#N/A', '1'], problem: { code: 'cell-error', row: 2, column: 1, value: '#N/A' } },
    {
      number: 3,
      cells: ['1', ''],
      problem: { code: 'formula-without-value', row: 3, column: 2, value: '=SUM(A1:A2)' },
    },
  ])
})

test('formatted empty cells far to the right are nothing', async () => {
  expect(await read('<row r="2"><c r="A2"><v>1</v></c><c r="XFD2" s="1"/></row>')).toEqual([['1', '']])
})

test('goes on at a row', async () => {
  const rows = '<row r="2"><c r="A2"><v>1</v></c></row><row r="7"><c r="A7"><v>2</v></c></row>'
  const found = await rowsOf(aFile(await aWorkbook(header + rows)), { startAtRow: 3 })
  expect(found).toEqual([{ number: 7, cells: ['2', ''] }])
})

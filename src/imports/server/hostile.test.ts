import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ownServer } from '../../../test/database.ts'
import { encode } from '../../../test/encode.ts'
import { aDataFolder, bringIn, pictureOf, rowsOfCompany, tryToImport } from '../../../test/import.ts'
import { type Asker, type Server, aCompany, aPerson } from '../../../test/make.ts'

let server: Server
let company: string
let empty: string
beforeAll(async () => {
  server = await ownServer({ dataFolder: aDataFolder() })
  company = await aCompany(server)
  empty = await pictureOf(server, company)
})
afterAll(() => server.stop())

describe('a file that is no table changes nothing and says why', () => {
  test.each<[string, string | Uint8Array, string]>([
    ['nothing', '', 'invalid-file-empty-file'],
    ['blanks', '  \n\n  \n', 'invalid-file-empty-file'],
    ['a PDF', '%PDF-1.7\n', 'invalid-file-kind-not-read'],
    ['column names alone', 'code,name\n', 'invalid-file-no-rows'],
    ['an open quotation mark', 'code,name\n1,"Bar\n2,Café\n', 'invalid-file-unclosed-quote'],
    ['a giant cell', `code,name\n1,"${'x'.repeat(3_000_000)}"\n`, 'invalid-file-cell-too-long'],
    ['noise', new Uint8Array(5000).map((_, at) => (at * 7919) % 256), 'invalid-file-kind-not-read'],
    ['no name among its columns', 'colour,size\nred,3\n', 'invalid-mapping-nothing-mapped'],
  ])('%s', async (_, file, refused) => {
    expect(await tryToImport(server, company, 'customers', file)).toMatchObject({ refused })
    expect(await pictureOf(server, company)).toBe(empty)
  })
})

test('bad rows are rejected one by one, each with its reason, and the others come in as they stand', async () => {
  const other = await aCompany(server)
  const steward: Asker = await aPerson(server, other, 'Sara', ['steward'])
  const file = [
    'code,name,country,payment days,email,note',
    `H1,"=cmd|' /C calc'!A0",Spain,30,,plain`,
    `H2,<script>alert(1)</script>,Spain,,,'); drop table customer; --`,
    'H3,Bar,Atlantis,30,,',
    'H4,Bar,Spain,soon,,',
    'H5,Bar,Spain,99999,nobody,',
    'H6,,Spain,,,',
    `H7,${'n'.repeat(301)},Spain,,,`,
    'H8,Bar,Spain,1,,one,too,many',
    'H9,Bar',
    'H10,Bar\u0000Zero,Spain,,,',
    'H1,Again,Spain,,,',
    'H11,\u202eraB,Spain,,,😀',
  ].join('\n')
  const done = await bringIn(server, other, 'customers', file)
  expect(done.summary).toEqual({ created: 3, updated: 0, unchanged: 0, rejected: 8, duplicates: 1 })
  expect(await rowsOfCompany(server, other, 'select code, name, note from customer order by code')).toEqual([
    { code: 'H1', name: `=cmd|' /C calc'!A0`, note: 'plain' },
    { code: 'H11', name: '\u202eraB', note: '😀' },
    { code: 'H2', name: '<script>alert(1)</script>', note: `'); drop table customer; --` },
  ])
  const rejected = await steward.ask('GET', `/api/imports/${done.id}/rows?only=rejected`)
  const codes = (
    rejected.body as {
      rows: { row: number; fault: { code: string } | null; problems: { code: string; field?: string }[] }[]
    }
  ).rows.map((row) => row.problems.map((problem) => `${row.row} ${problem.field ?? 'row'} ${problem.code}`))
  expect(codes.flat().toSorted()).toEqual([
    '10 row ragged-row',
    '11 row nul-character',
    '4 country not-a-country',
    '5 payment_days not-a-number',
    '6 email not-an-email',
    '6 payment_days too-large',
    '7 name missing',
    '8 name too-long',
    '9 row ragged-row',
  ])
})

test.each(['utf-16le', 'windows-1252'] as const)('a file in %s keeps its accents', async (encoding) => {
  const other = await aCompany(server)
  const text = 'Código;Nombre;Población\n1;Peña Núñez, S.L.;A Coruña\n2;Íñigo Muñoz;Cádiz\n'
  await bringIn(server, other, 'customers', encode(text, encoding) ?? '')
  expect(await rowsOfCompany(server, other, 'select name, city from customer order by code')).toEqual([
    { name: 'Peña Núñez, S.L.', city: 'A Coruña' },
    { name: 'Íñigo Muñoz', city: 'Cádiz' },
  ])
})

test('Chinese in GB 18030 is read, its columns known', async () => {
  const other = await aCompany(server)
  const text = '客户编码,客户名称,城市,联系人,联系电话\nK1,北京市海淀区食品商店,北京,王小明,01082345678\n'
  const china = { options: { country: 'CN' } } as const
  await bringIn(server, other, 'customers', encode(text, 'gb18030') ?? '', { map: china })
  expect(await rowsOfCompany(server, other, 'select code, name, city, phone_e164 from customer')).toEqual([
    { code: 'K1', name: '北京市海淀区食品商店', city: '北京', phone_e164: '+861082345678' },
  ])
})

test('columns of one name are told apart by their place; the second is left out', async () => {
  const other = await aCompany(server)
  await bringIn(server, other, 'customers', 'code,name,name\n1,First,Second\n')
  expect(await rowsOfCompany(server, other, 'select name from customer')).toEqual([{ name: 'First' }])
})

test('nobody sees, runs or undoes the import of another company, or without the right', async () => {
  const [ours, theirs] = [await aCompany(server), await aCompany(server)]
  const { id } = await bringIn(server, ours, 'customers', 'code,name\n1,Bar\n')
  const stranger = await aPerson(server, theirs, 'Olga', ['principal'])
  const seller = await aPerson(server, ours, 'Vera', ['salesperson'])
  for (const who of [stranger, seller]) {
    for (const [method, path] of [
      ['GET', ''],
      ['GET', '/rows'],
      ['GET', '/failed.csv'],
      ['POST', '/undo'],
      ['POST', '/run'],
      ['DELETE', ''],
    ] as const)
      expect((await who.ask(method, `/api/imports/${id}${path}`)).status).toBe(404)
    expect((await who.ask('GET', '/api/imports')).body).toMatchObject({ imports: [] })
  }
  expect((await seller.ask('POST', '/api/imports?name=x.csv', 'code,name')).status).toBe(403)
})

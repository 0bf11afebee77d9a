import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ownServer } from '../../../test/database.ts'
import { aDataFolder, bringIn, finishImport, rowsOfCompany } from '../../../test/import.ts'
import { type Asker, type Server, aCompany, aPerson } from '../../../test/make.ts'
import { oddPeople, oddPeopleFile } from '../../../test/odd-files.ts'
import { writeCsv } from '../../platform/server/tables/write-csv.ts'
import { isRefusal } from '../../values/refusal.ts'
import { exportPeople } from './commands/export-people.ts'
import { programActor } from './queries/actor.ts'

let server: Server
let company: string
let hr: Asker
beforeAll(async () => {
  server = await ownServer({ dataFolder: aDataFolder(), now: () => new Date('2026-05-04T10:00:00Z') })
  company = await aCompany(server)
  hr = await aPerson(server, company, 'Helena', ['hr'])
})
afterAll(() => server.stop())

const none = { created: 0, updated: 0, unchanged: 0, rejected: 0, duplicates: 0 }
const picture = async () =>
  await rowsOfCompany(
    server,
    company,
    `select p.code, p.name, p.hired_on, p.left_on, p.email, p.phone, p.phone_e164, p.city, p.country, p.language,
      p.languages, p.skills, p.user_id is not null as signs_in,
      (select array_agg(role order by role) from person_role r where r.person_id = p.id) as roles,
      (select jsonb_agg(jsonb_build_array(o.from_day, o.title, t.name, m.code) order by o.from_day) from posting o
        left join team t on t.id = o.team_id left join person m on m.id = o.manager_id where o.person_id = p.id) as posts
    from person p order by length(p.code), p.code`,
  )
const person = async (code: string) =>
  ((await picture()) as { code: string }[]).find((one) => one.code === code)

test('a file of salespeople comes in with nothing said about it, managers further down included', async () => {
  const first = await bringIn(server, company, 'people', oddPeopleFile())
  expect(first.summary).toEqual({ ...none, created: oddPeople })
  expect(await person('1')).toEqual({
    code: '1',
    name: 'Nadia Ívarsdóttir',
    hired_on: '1990-05-01',
    left_on: null,
    email: null,
    phone: '(206) 555-9850',
    phone_e164: '+12065559850',
    city: 'Seattle',
    country: 'US',
    language: null,
    languages: [],
    skills: [],
    signs_in: false,
    roles: ['salesperson'],
    posts: [['1990-05-01', 'Sales Representative', null, '2']],
  })
  expect(await person('2')).toMatchObject({
    roles: ['manager'],
    posts: [['1991-05-01', 'Vice President, Sales', null, null]],
  })
  expect(await person('3')).toMatchObject({
    roles: ['manager'],
    posts: [['1992-05-01', expect.anything(), null, '2']],
  })
  const again = await bringIn(server, company, 'people', oddPeopleFile())
  expect(again.summary).toEqual({ ...none, unchanged: oddPeople })
})

test('who was born when is left out: nobody asked for it', async () => {
  const columns = await rowsOfCompany(server, company, `select to_jsonb(p)::text as it from person p`)
  expect(JSON.stringify(columns)).not.toContain('-12-08')
})

test('an edited file moves people from today and keeps what was; undone, everything is as before', async () => {
  const before = await picture()
  const edited = oddPeopleFile()
    .replace('(206) 555-9850', '(206) 555-0000')
    .replace(/^(4,.*),3$/m, '$1,2')
    .replace(/^5,(.*?),Sales Representative/m, '5,$1,Sales Manager')
  const changed = await bringIn(server, company, 'people', edited)
  expect(changed.summary).toEqual({ ...none, updated: 3, unchanged: oddPeople - 3 })
  expect(await person('4')).toMatchObject({
    posts: [
      ['1993-05-01', 'Sales Representative', null, '3'],
      ['2026-05-04', 'Sales Representative', null, '2'],
    ],
  })
  expect(await person('5')).toMatchObject({
    roles: ['salesperson'],
    posts: [
      ['1994-05-01', 'Sales Representative', null, '3'],
      ['2026-05-04', 'Sales Manager', null, '3'],
    ],
  })
  expect(await hr.ask('POST', `/api/imports/${changed.id}/undo`)).toMatchObject({ status: 200 })
  expect(await finishImport(server, company, changed.id)).toMatchObject({
    state: 'undone',
    counts: { 'undone undone': 3 },
  })
  expect(await picture()).toEqual(before)
})

describe('what a file can not do', () => {
  const refused = async (text: string) => {
    const done = await bringIn(server, company, 'people', text)
    const problems = await rowsOfCompany<{ problems: { code: string; field: string }[] }>(
      server,
      company,
      `select problems from import_row where import_id = '${done.id}' and problems <> '[]' order by row`,
    )
    return [
      done.summary.rejected,
      ...problems.flatMap((row) => row.problems.map((one) => `${one.field} ${one.code}`)),
    ]
  }

  test.each([
    ['a manager nobody knows', 'id,name,manager\n90,Ana,777\n', [1, 'manager unknown-person']],
    ['oneself', 'id,name,manager\n90,Ana,90\n', [1, 'manager own-manager']],
    [
      'a circle in the file',
      'id,name,manager\n90,Ana,91\n91,Bea,92\n92,Cai,90\n93,Dan,92\n',
      [4, ...Array.from({ length: 4 }, () => 'manager reports-in-a-circle')],
    ],
    [
      'a circle with people who are here',
      'id,name,manager\n2,Andrés Fuentes,5\n',
      [1, 'manager reports-in-a-circle'],
    ],
    [
      'gone before come',
      'id,name,hire date,leave date\n90,Ana,2020-05-01,2019-05-01\n',
      [1, 'left_on left-before-hired'],
    ],
    [
      'a language there is not',
      'id,name,languages\n90,Ana,"es, klingon"\n',
      [1, 'languages unknown-language'],
    ],
    ['one address twice', 'id,name,email\n90,Ana,a@b.org\n91,Bea,A@b.org\n', [1, 'email email-twice']],
  ])('%s', async (_, text, said) => {
    expect(await refused(text)).toEqual(said)
  })

  test('give somebody here another role, or make them leave', async () => {
    const before = await picture()
    const done = await bringIn(
      server,
      company,
      'people',
      'id,name,role,leave date\n1,Nadia Ívarsdóttir,manager,2020-01-01\n',
    )
    expect(done.summary).toEqual({ ...none, unchanged: 1 })
    expect(await picture()).toEqual(before)
  })
})

test('names in several columns, managers by name, teams, languages and a role in other words', async () => {
  const file = [
    'Nombre,Apellidos,Puesto,Fecha de alta,Correo,Idiomas,Equipo,Jefe,Rol,Fecha de baja',
    'Eva,Peña Ruiz,Comercial,03/02/2020,eva@example.com,"español, inglés",Levante,Íñigo Sáez,vendedor,',
    'Íñigo,Sáez,Jefe de zona,01/03/2018,inigo@example.com,euskera,Levante,,,',
    'Raúl,Gil,Comercial,01/03/2018,raul@example.com,,Levante,Íñigo Sáez,,31/12/2022',
  ].join('\n')
  const done = await bringIn(server, company, 'people', file)
  expect(done.summary).toEqual({ ...none, created: 3 })
  expect(await person('P-1')).toMatchObject({
    name: 'Eva Peña Ruiz',
    languages: ['es', 'en'],
    roles: ['salesperson'],
    posts: [['2020-02-03', 'Comercial', 'Levante', 'P-2']],
  })
  expect(await person('P-2')).toMatchObject({ name: 'Íñigo Sáez', languages: ['eu'], roles: ['manager'] })
  expect(await person('P-3')).toMatchObject({ name: 'Raúl Gil', left_on: '2022-12-31' })
  expect((await bringIn(server, company, 'people', file)).summary).toEqual({ ...none, unchanged: 3 })
  expect(await hr.ask('POST', `/api/imports/${done.id}/undo`)).toMatchObject({ status: 200 })
  expect(await finishImport(server, company, done.id)).toMatchObject({ counts: { 'undone undone': 3 } })
  expect(await person('P-1')).toBeUndefined()
})

test('undoing keeps people who have since come in, hold customers or lead somebody', async () => {
  const done = await bringIn(
    server,
    company,
    'people',
    'id,name,email\n70,Ana,ana70@example.com\n71,Bea,bea71@example.com\n',
  )
  const [ana] = await rowsOfCompany<{ id: string }>(
    server,
    company,
    `select id from person where code = '70'`,
  )
  expect(await hr.ask('POST', `/api/people/${ana?.id}/invitation`)).toMatchObject({ status: 200 })
  expect(await hr.ask('POST', `/api/imports/${done.id}/undo`)).toMatchObject({ status: 200 })
  expect(await finishImport(server, company, done.id)).toMatchObject({
    counts: { 'undone undone': 1, 'undone has-later-work': 1 },
  })
  expect(await person('70')).toMatchObject({ name: 'Ana' })
  expect(await person('71')).toBeUndefined()
})

test('what is exported comes in again and changes nothing; whoever may not export gets nothing', async () => {
  const rows = await exportPeople(server.services, programActor(company))
  if (isRefusal(rows)) throw new Error(rows.refused)
  const pieces: Uint8Array[] = []
  for await (const piece of writeCsv(rows)) pieces.push(piece)
  const before = await picture()
  const again = await bringIn(server, company, 'people', Buffer.concat(pieces))
  expect(again.summary).toEqual({ ...none, unchanged: rows.length - 1 })
  expect(await picture()).toEqual(before)
  const log = await rowsOfCompany(
    server,
    company,
    `select row_count from access_log where action = 'people.exported'`,
  )
  expect(log).toEqual([{ row_count: rows.length - 1 }])
  const nobody = { ...programActor(company), may: ['people.read'] }
  expect(await exportPeople(server.services, nobody)).toMatchObject({ refused: 'not-allowed' })
})

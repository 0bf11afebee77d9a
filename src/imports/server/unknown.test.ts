import { afterAll, beforeAll, expect, test } from 'vitest'
import { ownServer } from '../../../test/database.ts'
import { aDataFolder, bringIn, finishImport, pictureOf, rowsOfCompany } from '../../../test/import.ts'
import { type Asker, type Server, aCompany, aPerson } from '../../../test/make.ts'
import { uploadAndCheck } from '../../../test/upload.ts'

let server: Server
let company: string
let steward: Asker
beforeAll(async () => {
  server = await ownServer({ dataFolder: aDataFolder() })
  company = await aCompany(server)
  steward = await aPerson(server, company, 'Sara Steward', ['steward'])
})
afterAll(() => server.stop())

const rows = <Row>(text: string) => rowsOfCompany<Row>(server, company, text)
const file = [
  'code,name,city,territory,owner',
  'U1,Bar Uno,Madrid,Norte,Nobody Here',
  'U2,Bar Dos,Madrid,norte,',
  'U3,Bar Tres,Madrid,Sur,',
  'U4,Bar Cuatro,Madrid,,',
].join('\n')

test('rows that name unknown areas and people wait for a choice, and come in as chosen', async () => {
  const before = await pictureOf(server, company)
  const done = await bringIn(server, company, 'customers', file)
  expect(done.summary).toMatchObject({ created: 1, rejected: 3 })
  await steward.ask('POST', `/api/imports/${done.id}/undo`)
  await finishImport(server, company, done.id)
  const chosen = await bringIn(server, company, 'customers', file, {
    map: { options: { unknown: { territory: 'create', owner: 'empty' } } },
  })
  expect(chosen.summary).toMatchObject({ created: 4, rejected: 0 })
  expect(
    await rows(`select c.code, t.name, h.person_id is null as pool from customer c
      left join territory t on t.id = c.territory_id
      join holder h on h.customer_id = c.id where c.status = 'active' order by c.code`),
  ).toEqual([
    { code: 'U1', name: 'Norte', pool: true },
    { code: 'U2', name: 'Norte', pool: true },
    { code: 'U3', name: 'Sur', pool: true },
    { code: 'U4', name: null, pool: true },
  ])
  await steward.ask('POST', `/api/imports/${chosen.id}/undo`)
  await finishImport(server, company, chosen.id)
  expect(await rows('select name from territory')).toEqual([])
  expect(await pictureOf(server, company)).toBe(before)
})

test('the choice is made while looking at the rows, and can be taken back', async () => {
  const id = await uploadAndCheck(server, company, file)
  const unknown = () => steward.ask('GET', `/api/imports/${id}/unknown`)
  expect((await unknown()).body).toEqual({
    unknown: [
      { field: 'owner', chosen: 'reject', choices: ['reject', 'empty'], rows: 1, values: ['Nobody Here'] },
      {
        field: 'territory',
        chosen: 'reject',
        choices: ['reject', 'empty', 'create'],
        rows: 3,
        values: ['Norte', 'Sur', 'norte'],
      },
    ],
  })
  const choose = async (field: string, choice: string) => {
    const answer = await steward.ask('POST', `/api/imports/${id}/unknown`, { field, choice })
    if (answer.status !== 200) return answer.status
    return (await finishImport(server, company, id)).counts
  }
  expect(await choose('territory', 'empty')).toEqual({ new: 3, rejected: 1 })
  expect(await choose('owner', 'empty')).toEqual({ new: 4 })
  expect((await unknown()).body).toMatchObject({ unknown: [{ rows: 0 }, { rows: 0 }] })
  expect(await choose('territory', 'reject')).toEqual({ new: 1, rejected: 3 })
  expect(await choose('owner', 'create')).toBe(422)
  expect(await choose('name', 'empty')).toBe(422)
  expect(await rows('select name from territory')).toEqual([])
})

test('an area that somebody works with by then stays when the import is taken back', async () => {
  const done = await bringIn(server, company, 'customers', file, {
    map: { options: { unknown: { territory: 'create', owner: 'empty' } } },
  })
  const again = await bringIn(server, company, 'customers', file.replace('Sur', 'Oeste'), {
    map: { options: { unknown: { territory: 'create', owner: 'empty' } } },
  })
  expect(again.summary).toMatchObject({ updated: 1, unchanged: 3, rejected: 0 })
  await steward.ask('POST', `/api/imports/${again.id}/undo`)
  await finishImport(server, company, again.id)
  expect(await rows('select name from territory order by name')).toEqual([{ name: 'Norte' }, { name: 'Sur' }])
  const [norte] = await rows<{ id: string }>(`select id from territory where name = 'Norte'`)
  await steward.ask('PATCH', `/api/territories/${norte?.id}`, { version: 1, stewardId: steward.id })
  await steward.ask('POST', `/api/imports/${done.id}/undo`)
  await finishImport(server, company, done.id)
  // U3 has a history of its own by now, and stays where it was brought.
  expect(await rows('select name from territory order by name')).toEqual([{ name: 'Norte' }, { name: 'Sur' }])
})

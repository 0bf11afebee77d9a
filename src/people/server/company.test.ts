import { afterAll, beforeAll, expect, test } from 'vitest'
import { ownServer } from '../../../test/database.ts'
import { firstCompany } from '../../../test/first-company.ts'
import { visitor } from '../../../test/visitor.ts'
import { commandAs } from '../../platform/server/database/transaction.ts'
import { refuse } from '../../values/refusal.ts'
import { createCompany } from './commands/set-up.ts'
import { programActor } from './queries/actor.ts'
import { updateCompany } from './queries/company.ts'

let server: Awaited<ReturnType<typeof ownServer>>
let person: ReturnType<typeof visitor>
let companyId = ''
beforeAll(async () => {
  server = await ownServer()
  person = visitor(server.app)
  const made = await person.post('/api/setup', firstCompany)
  ;({ companyId } = (await made.json()) as { companyId: string })
})
afterAll(() => server.stop())

const change = {
  version: 1,
  name: 'Bebidas del Sur',
  country: 'MX',
  currency: 'MXN',
  language: 'es',
  timeZone: 'America/Mexico_City',
  weekStart: 0,
} as const
const put = (body: object) =>
  server.app.request('/api/company', { method: 'PUT', body: JSON.stringify(body), headers: person.headers() })

test('a change is seen everywhere, and a second on the same version is refused', async () => {
  expect(await (await put(change)).json()).toEqual({ version: 2 })
  const me = (await (await person.get('/api/me')).json()) as { company: object; companies: object[] }
  expect(me.company).toMatchObject({ ...change, version: 2 })
  expect(me.companies).toEqual([{ id: companyId, name: 'Bebidas del Sur' }])
  expect(await (await put({ ...change, name: 'Another' })).json()).toMatchObject({
    code: 'changed-meanwhile',
  })
  expect(await (await person.get('/api/me')).json()).toMatchObject({
    companies: [{ name: 'Bebidas del Sur' }],
  })
})

test.each([
  ['timeZone', 'Mars/Olympus'],
  ['currency', 'ZZZ'],
  ['country', 'QQ'],
  ['weekStart', 7],
  ['name', ' '],
])('%s can not be %s', async (field, value) => {
  const answer = await put({ ...change, version: 2, [field]: value })
  expect(answer.status).toBe(422)
  expect(await answer.json()).toMatchObject({ errors: [{ field }] })
})

test('a name that another company has is refused', async () => {
  await createCompany(server.services, { ...change, name: 'Vinos del Sur' })
  expect(await (await put({ ...change, version: 2, name: 'Vinos del Sur' })).json()).toMatchObject({
    code: 'company-exists',
  })
})

test('the database itself refuses who may not', async () => {
  const salesperson = { ...programActor(companyId), may: ['people.read', 'customers.read'] }
  await commandAs(server.services.db, salesperson, 'change-company', async (tx) => {
    expect(await updateCompany(tx, companyId, { ...change, version: 2 })).toBeNull()
    return refuse('not-allowed')
  })
})

test('anybody may ask what runs here and where its source is', async () => {
  const answer = await visitor(server.app).get('/api/about')
  expect(answer.status).toBe(200)
  expect(await answer.json()).toEqual({ ...server.services.about })
  expect(server.services.about.licence).toBe('AGPL-3.0-only')
})

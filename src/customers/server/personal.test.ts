import { afterAll, beforeAll, expect, test } from 'vitest'
import { sql } from 'kysely'
import { ownServer } from '../../../test/database.ts'
import { type Asker, type Server, aCompany, aPerson } from '../../../test/make.ts'
import { aCustomer, asProgram } from '../../../test/register.ts'
import { forgetExpired } from './commands/personal.ts'

let server: Server
let principal: Asker
let ana: Asker
let steward: Asker
let id: string
let lola: string
beforeAll(async () => {
  server = await ownServer()
  const company = await aCompany(server)
  principal = await aPerson(server, company, 'Carmen', ['principal', 'administrator'])
  steward = await aPerson(server, company, 'Sara', ['steward'])
  ana = await aPerson(server, company, 'Ana', ['salesperson'], { managerId: principal.id })
  id = await aCustomer(ana, { name: 'Bar Sol', contacts: [{ name: 'Lola', inCharge: true }] })
  const { contacts } = (await ana.ask('GET', `/api/customers/${id}`)).body as { contacts: { id: string }[] }
  lola = contacts[0]?.id ?? ''
})
afterAll(() => server.stop())

const path = () => `/api/customers/${id}/personal`
const fact = (more = {}) => ({
  contactId: lola,
  kind: 'hobby',
  text: 'Plays chess',
  source: 'told me',
  ...more,
})
const settings = async () =>
  (await principal.ask('GET', '/api/company/settings')).body as { version: number; customers: unknown }
const group = async (personalGroup: Record<string, unknown>) =>
  principal.ask('PATCH', '/api/company/settings', {
    version: (await settings()).version,
    customers: { personalGroup },
  })

test('it is off until the company states its purpose and legal basis', async () => {
  expect(await ana.ask('POST', path(), fact())).toMatchObject({
    status: 409,
    body: { code: 'personal-group-off', rule: '1.2' },
  })
  expect(await group({ on: true, purpose: '', legalBasis: null, expiryDays: 30 })).toMatchObject({
    status: 422,
  })
  expect(
    (await ana.ask('PATCH', '/api/company/settings', { version: 1, customers: { staleDays: 1 } })).status,
  ).toBe(403)
  expect(
    await group({ on: true, purpose: 'Courtesy', legalBasis: 'Consent, 6.1.a', expiryDays: 30 }),
  ).toMatchObject({ status: 200 })
})

test('the team notes and reads it; no role does, not even the principal', async () => {
  expect(await ana.ask('POST', path(), fact())).toMatchObject({ status: 200 })
  expect(await ana.ask('GET', path())).toMatchObject({
    body: {
      on: true,
      purpose: 'Courtesy',
      facts: [{ text: 'Plays chess', source: 'told me', author: { name: 'Ana' } }],
    },
  })
  for (const who of [principal, steward]) {
    expect(await who.ask('GET', path())).toMatchObject({
      status: 403,
      body: { code: 'not-allowed', rule: '1.2' },
    })
    expect(await who.ask('GET', `/api/customers/${id}`)).toMatchObject({
      body: { may: { personalGroup: false } },
    })
  }
  expect(await ana.ask('GET', `/api/customers/${id}`)).toMatchObject({
    body: { may: { personalGroup: true } },
  })
})

test('every reading is logged, without what was read', async () => {
  const logged = await asProgram(server, ana.companyId, async (tx) => {
    const { rows } = await sql<{ row: string }>`
      select to_jsonb(l)::text as row from access_log l where action like 'personal.%' order by id`.execute(
      tx,
    )
    return rows.map(({ row }) => row)
  })
  expect(logged.filter((row) => row.includes('personal.read'))).toHaveLength(1)
  expect(logged.join()).not.toContain('chess')
})

test('nothing on children, only the known kinds, and no longer than the company keeps it', async () => {
  expect(await ana.ask('POST', path(), fact({ kind: 'family' }))).toMatchObject({
    status: 422,
    body: { code: 'invalid-about-children' },
  })
  expect(await ana.ask('POST', path(), fact({ kind: 'family', noChildren: true }))).toMatchObject({
    status: 200,
  })
  expect((await ana.ask('POST', path(), fact({ kind: 'religion' }))).status).toBe(422)
  expect(await ana.ask('POST', path(), fact({ expiresOn: '2099-01-01' }))).toMatchObject({
    body: { code: 'invalid-expiry' },
  })
  expect((await ana.ask('POST', path(), fact({ contactId: id }))).status).toBe(404)
})

test('it raises no completeness, is in no search and in no change feed', async () => {
  expect(await ana.ask('GET', '/api/customers?q=chess')).toMatchObject({ body: { total: 0 } })
  const { rows } = await asProgram(server, ana.companyId, (tx) =>
    sql`select 1 from change where entity = 'personal_fact'`.execute(tx),
  )
  expect(rows).toEqual([])
})

test('an expired fact is not shown, and the job removes it and nothing else', async () => {
  await asProgram(server, ana.companyId, async (tx) => {
    await sql`select set_config('app.person_id', ${ana.id}, true)`.execute(tx)
    await sql`
      insert into personal_fact (organization_id, id, customer_id, contact_id, kind, fact, source, author_id, noted_on, expires_on, no_children)
      values (app.organization(), app.new_id(), ${id}, ${lola}, 'hobby', 'Old news', 'x', ${ana.id}, '2020-01-01', '2020-02-01', false)`.execute(
      tx,
    )
  })
  expect(((await ana.ask('GET', path())).body as { facts: unknown[] }).facts).toHaveLength(2)
  expect(await forgetExpired(server.services, ana.companyId)).toBe(1)
  expect(await forgetExpired(server.services, ana.companyId)).toBe(0)
})

test('one removes it for good', async () => {
  const { facts } = (await ana.ask('GET', path())).body as { facts: { id: string }[] }
  expect((await principal.ask('DELETE', `${path()}/${facts[0]?.id}`)).status).toBe(403)
  expect(await ana.ask('DELETE', `${path()}/${facts[0]?.id}`)).toMatchObject({ status: 200 })
  expect((await ana.ask('DELETE', `${path()}/${facts[0]?.id}`)).status).toBe(404)
  expect(((await ana.ask('GET', path())).body as { facts: unknown[] }).facts).toHaveLength(1)
})

import { afterAll, beforeAll, expect, test } from 'vitest'
import { ownServer } from '../../../test/database.ts'
import { type Asker, aCompany, aPerson } from '../../../test/make.ts'
import { aColleague } from '../../../test/people.ts'
import type { Person } from '../schema/person.ts'

let server: Awaited<ReturnType<typeof ownServer>>
let carmen: Asker
let now = new Date('2026-05-04T10:00:00Z')
beforeAll(async () => {
  server = await ownServer({ now: () => now })
  carmen = await aPerson(server, await aCompany(server), 'Carmen', ['principal', 'administrator'])
})
afterAll(() => server.stop())

const page = async (id: string, on = '', by = carmen) =>
  (await by.ask('GET', `/api/people/${id}${on === '' ? '' : `?on=${on}`}`)).body as Person
const leave = (id: string, on: string, more = {}) =>
  carmen.ask('POST', `/api/people/${id}/leaving`, { on, ...more })

test('a person can not be switched off while customers are theirs; the refusal counts them (rule 2.9)', async () => {
  const ana = await aPerson(server, carmen.companyId, 'Ana', ['salesperson'])
  for (const name of ['Bar Uno', 'Bar Dos']) {
    const made = await ana.ask('POST', '/api/customers', { name })
    expect(made.status).toBe(200)
  }
  expect(await page(ana.id)).toMatchObject({ load: { owner: 2, backup: 0, weight: 2 } })
  expect(await leave(ana.id, '2026-05-31')).toMatchObject({
    status: 409,
    body: { code: 'customers-are-theirs', rule: '2.9', facts: { owned: 2, backed: 0, next: 'departure' } },
  })
  expect(await page(ana.id)).toMatchObject({ leftOn: null, presence: 'present' })
})

test('whoever reported to the leaver reports to the manager above from the next day, unless somebody is named', async () => {
  const luis = await aColleague(carmen, {
    name: 'Luis',
    hiredOn: '2021-01-01',
    managerId: carmen.id,
    title: 'Jefe',
  })
  const eva = await aColleague(carmen, {
    name: 'Eva',
    hiredOn: '2022-01-01',
    managerId: luis,
    title: 'Comercial',
  })
  const later = await aColleague(carmen, {
    name: 'Iván',
    hiredOn: '2026-09-01',
    managerId: luis,
    title: 'Comercial',
  })
  const answer = await leave(luis, '2026-05-31')
  expect(answer).toMatchObject({ status: 200, body: { moved: 2, reportsTo: carmen.id } })
  expect((await page(eva, '2026-05-31')).managers.map((one) => one.name)).toEqual(['Luis', 'Carmen'])
  expect(await page(eva, '2026-06-01')).toMatchObject({ title: 'Comercial', managers: [{ name: 'Carmen' }] })
  expect((await page(later, '2026-09-01')).managers.map((one) => one.name)).toEqual(['Carmen'])
  expect(await page(luis, '2026-05-31')).toMatchObject({ presence: 'present' })
  expect(await page(luis, '2026-06-01')).toMatchObject({ presence: 'left' })
  expect(await leave(luis, '2026-06-01')).toMatchObject({ status: 409, body: { code: 'has-left-already' } })

  const back = await carmen.ask('DELETE', `/api/people/${luis}/leaving`)
  expect(back.status).toBe(200)
  expect(await leave(luis, '2026-06-30', { reportsTo: luis })).toMatchObject({ status: 422 })
  const named = await carmen.ask('POST', `/api/people/${eva}/postings`, {
    fromDay: '2026-06-02',
    title: 'Comercial',
    teamId: null,
    managerId: luis,
  })
  expect(named.status).toBe(200)
  expect(await leave(luis, '2026-06-30', { reportsTo: later })).toMatchObject({
    status: 200,
    body: { moved: 1 },
  })
  expect((await page(eva, '2026-07-01')).managers[0]).toMatchObject({ name: 'Iván' })
})

test('the last day still opens the door, the day after does not, by the calendar of the company', async () => {
  const rosa = await aPerson(server, carmen.companyId, 'Rosa', ['steward'])
  expect(await leave(rosa.id, '2026-05-04')).toMatchObject({ status: 200 })
  expect((await rosa.ask('GET', '/api/me')).status).toBe(200)
  // 23:30 UTC on the 4th is 1:30 on the 5th in Madrid.
  now = new Date('2026-05-04T23:30:00Z')
  expect(await rosa.ask('GET', '/api/me')).toMatchObject({ status: 403, body: { code: 'not-a-member' } })
  now = new Date('2026-05-04T10:00:00Z')
})

test('how to reach somebody who has left is open to those who keep the files only', async () => {
  const paco = await aColleague(carmen, { name: 'Paco', hiredOn: '2020-01-01' })
  const other = await aPerson(server, carmen.companyId, 'Otro', ['salesperson'])
  expect(await page(paco, '', other)).toMatchObject({ email: 'paco@example.com' })
  expect(await leave(paco, '2026-05-01')).toMatchObject({ status: 200 })
  expect(await page(paco, '', other)).toMatchObject({ name: 'Paco', leftOn: '2026-05-01', email: null })
  expect(await page(paco)).toMatchObject({ email: 'paco@example.com' })
})

test('neither before being hired, nor as the last principal, nor by whoever may not', async () => {
  const nora = await aColleague(carmen, { name: 'Nora', hiredOn: '2026-04-01' })
  expect(await leave(nora, '2026-03-31')).toMatchObject({
    status: 422,
    body: { code: 'invalid-leaves-before-hired' },
  })
  expect(await leave(carmen.id, '2026-05-31')).toMatchObject({
    status: 409,
    body: { code: 'last-principal' },
  })
  const hr = await aPerson(server, carmen.companyId, 'Hada', ['hr'])
  const second = await aPerson(server, carmen.companyId, 'Dos', ['principal'])
  expect(await hr.ask('POST', `/api/people/${second.id}/leaving`, { on: '2026-05-31' })).toMatchObject({
    status: 409,
    body: { code: 'access-of-a-principal' },
  })
  const vera = await aPerson(server, carmen.companyId, 'Vera', ['manager'])
  expect(await vera.ask('POST', `/api/people/${nora}/leaving`, { on: '2026-05-31' })).toMatchObject({
    status: 403,
  })
  expect(await carmen.ask('DELETE', `/api/people/${nora}/leaving`)).toMatchObject({
    status: 409,
    body: { code: 'has-not-left' },
  })
})

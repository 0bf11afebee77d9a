import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { ownServer } from '../../../test/database.ts'
import { type Asker, type Server, aCompany, aPerson } from '../../../test/make.ts'
import { ownedCustomers, setRules } from '../../../test/pool.ts'
import { aPlannedVisit, aPromise, aVisit } from '../../../test/visits.ts'
import { programActor } from '../../people/server/queries/actor.ts'
import { readAs } from '../../platform/server/database/transaction.ts'
import { runPool } from '../../pool/server/commands/run-pool.ts'
import { poolSources } from '../../program/facts.ts'
import { tellOverdue } from './commands/tell-overdue.ts'

let server: Server
let company: string
let carmen: Asker
let ana: Asker
let bea: Asker
let shop: string
let today: string
beforeAll(async () => {
  server = await ownServer({ now: () => new Date(`${today}T10:00:00Z`) })
})
afterAll(() => server.stop())
beforeEach(async () => {
  today = '2026-03-10'
  company = await aCompany(server)
  carmen = await aPerson(server, company, 'Carmen', ['principal'])
  ana = await aPerson(server, company, 'Ana', ['salesperson'], { managerId: carmen.id })
  bea = await aPerson(server, company, 'Bea', ['salesperson'], { managerId: carmen.id })
  await setRules(carmen, {})
  const [id = ''] = await ownedCustomers(server, company, [
    { person: ana.id, since: '2026-01-01', tier: 'A' },
  ])
  shop = id
})

const run = async (on: string) => {
  today = on
  const done = await runPool(server.services, poolSources, company)
  return done === null ? null : [done.announced.length, done.recycled.length]
}

test('a visit keeps a customer from returning to the pool, also one at a closed door; a planned one doesn’t (rule 2.4)', async () => {
  await aPlannedVisit(ana, shop, '2026-03-12')
  expect(await run('2026-03-18')).toEqual([1, 0])
  today = '2026-03-20'
  await aVisit(bea, shop).catch(() => null)
  await aVisit(ana, shop, 'closed')
  expect(await run('2026-04-01')).toEqual([0, 0])
  const { body } = await ana.ask('GET', `/api/customers/${shop}/protection`)
  expect(body).toMatchObject({ protection: { state: 'protected' } })
  // Ninety days after the visit it is announced anew.
  expect(await run('2026-06-04')).toEqual([1, 0])
})

type Known = { knowers: { name: string; counts: boolean }[] }
const knownBy = async () => {
  const { body } = await carmen.ask('GET', `/api/customers/${shop}/coverage`)
  return (body as unknown as Known).knowers
    .filter(({ counts }) => counts)
    .map(({ name }) => name)
    .toSorted()
}

test('who met somebody there knows the customer; a closed door and an unconfirmed companion don’t count (rule 2.6)', async () => {
  expect(await knownBy()).toEqual([])
  await aVisit(ana, shop, 'nobody-there')
  expect(await knownBy()).toEqual([])
  const visit = await aPlannedVisit(ana, shop, today, { companionIds: [bea.id] })
  await ana.ask('POST', `/api/visits/${visit.id}/check-in`, { position: null })
  expect(await knownBy()).toEqual(['Ana'])
  expect(await bea.ask('POST', `/api/visits/${visit.id}/confirm`, {})).toMatchObject({ status: 200 })
  expect(await knownBy()).toEqual(['Ana', 'Bea'])
  today = '2026-10-01'
  expect(await knownBy()).toEqual([])
})

test('the timeline tells visits and promises, the calendar what is ahead', async () => {
  const visit = await aPlannedVisit(ana, shop, '2026-03-12', { plannedAt: '09:30' })
  const promise = await aPromise(ana, shop, { text: 'Two racks', dueOn: '2026-03-15' })
  await aVisit(ana, shop, 'turned-away')
  const { address } = (await ana.ask('POST', '/api/me/calendar', {})).body as unknown as { address: string }
  const read = async () =>
    (await (await server.app.request(new URL(address).pathname)).text()).replaceAll('\r\n ', '')
  const calendar = await read()
  expect(calendar).toContain('SUMMARY:09:30 Visita: Bar Sol')
  expect(calendar).toContain(`/visits/${visit.id}`)
  expect(calendar).toContain('SUMMARY:Prometido a Bar Sol: Two racks')
  await ana.ask('POST', `/api/promises/${promise}/keep`, { outcome: 'Delivered' })
  await ana.ask('POST', `/api/visits/${visit.id}/cancel`, { reason: 'Fair' })
  expect(await read()).not.toContain('SUMMARY:')
  const { entries } = (await ana.ask('GET', `/api/customers/${shop}/timeline`)).body as unknown as {
    entries: { kind: string; what: string; facts: Record<string, unknown> }[]
  }
  const told = entries.filter(({ kind }) => kind === 'visit' || kind === 'promise')
  expect(told.map(({ kind, what }) => `${kind} ${what}`).toSorted()).toEqual([
    'promise kept',
    'promise made-until',
    'visit cancelled',
    'visit turned-away',
  ])
  expect(told.find(({ what }) => what === 'kept')?.facts).toMatchObject({
    note: 'Two racks · Delivered',
    on: today,
  })
})

const kinds = (who: Asker) =>
  who.ask('GET', '/api/notices').then(({ body }) => JSON.stringify((body as { notices: unknown }).notices))

test('a promise is made once, kept, taken back, withdrawn, and whoever serves the customer is told once that it is overdue', async () => {
  const id = await aPromise(ana, shop, { dueOn: '2026-03-12' })
  await ana.ask('POST', '/api/promises', { id, customerId: shop, text: 'A new sign' })
  const act = async (what: string, body = {}) =>
    (await ana.ask('POST', `/api/promises/${id}/${what}`, body)).body as unknown as Record<string, unknown>
  expect(await act('keep')).toMatchObject({ state: 'kept', keptOn: today, closedBy: { name: 'Ana' } })
  expect(await act('keep')).toMatchObject({ state: 'kept' })
  expect(await act('withdraw')).toMatchObject({ code: 'promise-closed' })
  expect(await act('reopen')).toMatchObject({ state: 'open', keptOn: null })
  const none = (await bea.ask('GET', `/api/customers/${shop}/promises`)).status
  expect(none).toBe(404)
  today = '2026-03-12'
  expect(await tellOverdue(server.services, company)).toBe(0)
  today = '2026-03-13'
  await carmen.ask('POST', '/api/customers/assign', {
    selection: { ids: [shop] },
    role: 'owner',
    personId: bea.id,
  })
  expect(await tellOverdue(server.services, company)).toBe(1)
  expect(await tellOverdue(server.services, company)).toBe(0)
  expect(await kinds(bea)).toContain('promises-overdue')
  expect(await kinds(ana)).not.toContain('promises-overdue')
  const mine = (await bea.ask('GET', '/api/promises?due=overdue')).body as unknown as {
    promises: { id: string; state: string }[]
  }
  expect(mine.promises).toMatchObject([{ id, state: 'overdue' }])
  await bea.ask('PATCH', `/api/promises/${id}`, { dueOn: '2026-03-14' })
  today = '2026-03-15'
  expect(await tellOverdue(server.services, company)).toBe(1)
})

test('other programs hear of a visit completed and a promise made', async () => {
  const hook = {
    url: 'https://example.com/hook',
    description: '',
    types: ['visit.completed', 'promise.made'],
  }
  expect((await carmen.ask('POST', '/api/webhooks', hook)).status).toBe(200)
  const visit = await aVisit(ana, shop)
  const promiseId = await aPromise(ana, shop, { text: 'Something private' })
  const told = await readAs(server.services.db, programActor(company), async (tx) => {
    const { rows } = await sql<{ type: string; data: object }>`
      select type, data from webhook_message order by id`.execute(tx)
    return rows
  })
  const done = { visitId: visit.id, customerId: shop, personId: ana.id, day: today, outcome: 'met' }
  expect(told).toEqual([
    { type: 'visit.completed', data: { ...done, verdict: 'unverifiable' } },
    { type: 'promise.made', data: { promiseId, customerId: shop, madeBy: ana.id, dueOn: null } },
  ])
})

import { sql } from 'kysely'
import { Webhook } from 'standardwebhooks'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { ownServer } from '../../../test/database.ts'
import { type Asker, type Server, aCompany, aPerson } from '../../../test/make.ts'
import { type Got, aReceiver } from '../../../test/receiver.ts'
import { aCustomer, asProgram } from '../../../test/register.ts'
import { eventTypeNames } from '../event-types.ts'
import type { Delivery, Endpoint } from '../schema.ts'
import { deliverDue } from './commands/deliver.ts'
import { emit } from './commands/emit.ts'
import { forgetDeliveries } from './commands/forget.ts'
import { startDelivering } from './deliverer.ts'
import { claimDue } from './queries/deliveries.ts'

let server: Server
let company: string
let carmen: Asker
let ana: Asker
let stranger: Asker
let receiver: Awaited<ReturnType<typeof aReceiver>>
let ahead = 0
const minute = 60_000
beforeAll(async () => {
  server = await ownServer({ now: () => new Date(Date.now() + ahead), privateTargets: true })
  company = await aCompany(server)
  carmen = await aPerson(server, company, 'Carmen', ['principal'])
  ana = await aPerson(server, company, 'Ana', ['salesperson'])
  stranger = await aPerson(server, await aCompany(server), 'Zoe', ['principal'])
})
afterAll(() => server.stop())
beforeEach(async () => {
  receiver = await aReceiver()
  return async () => {
    for (const { id } of await endpoints()) await carmen.ask('DELETE', `/api/webhooks/${id}`)
    await receiver.stop()
    ahead = 0
  }
})

type Made = { id: string; secret: string }
const connect = async (who: Asker, url: string, types: readonly string[] = eventTypeNames) => {
  const made = await who.ask('POST', '/api/webhooks', { url, description: 'CRM', types })
  expect(made.status, JSON.stringify(made.body)).toBe(200)
  return made.body as unknown as Made
}
const endpoints = async (who = carmen) =>
  ((await who.ask('GET', '/api/webhooks')).body as unknown as { endpoints: Endpoint[] }).endpoints
const log = async (id: string) =>
  ((await carmen.ask('GET', `/api/webhooks/${id}/deliveries`)).body as unknown as { deliveries: Delivery[] })
    .deliveries
const verified = (secret: string, { headers, body }: Got) =>
  new Webhook(secret).verify(body, headers) as {
    type: string
    timestamp: string
    data: Record<string, unknown>
  }
const deliver = (whose = company) => deliverDue(server.services, whose)
const happen = (customerId = 'x') =>
  asProgram(server, company, (tx) => emit(tx, 'customer.claimed', { customerId, personId: ana.id }))

test('a batch is one event, signed; another company hears nothing of it', async () => {
  const { secret } = await connect(carmen, receiver.url)
  const theirs = await aReceiver()
  await connect(stranger, theirs.url)
  const ids = [await aCustomer(ana, { name: 'Bar Sol' }), await aCustomer(ana, { name: 'Bar Luna' })]
  const assigned = await carmen.ask('POST', '/api/customers/assign', {
    selection: { ids },
    role: 'owner',
    personId: carmen.id,
  })
  const { batchId } = assigned.body as unknown as { batchId: string }
  await deliver()
  await deliver(stranger.companyId)
  expect(theirs.got).toEqual([])
  await theirs.stop()
  const events = receiver.got.map((one) => verified(secret, one))
  expect(events.map(({ type }) => type).toSorted()).toEqual([
    'customer.registered',
    'customer.registered',
    'ownership.changed',
    'ownership.changed',
    'ownership.changed',
  ])
  const changed = events.find(({ data }) => data['batchId'] === batchId)
  expect(changed?.data).toEqual({
    batchId,
    cause: 'assigned',
    count: 2,
    customerIds: ids.toSorted(),
    all: `/api/customers?batch=${batchId}`,
    people: expect.arrayContaining([
      { personId: carmen.id, role: 'owner', way: 'came', customers: 2 },
      { personId: ana.id, role: 'owner', way: 'went', customers: 2 },
    ]) as unknown,
  })
  expect((await carmen.ask('GET', String(changed?.data['all']))).body).toMatchObject({ total: 2 })
  expect(JSON.stringify(events)).not.toContain('Bar Sol')
})

test('who wants one type gets that alone; where nobody listens nothing is written', async () => {
  await connect(carmen, receiver.url, ['cover.begun'])
  await happen()
  await deliver()
  expect(receiver.got).toEqual([])
  const written = await asProgram(server, company, async (tx) => {
    const { rows } = await sql<{ n: number }>`
      select count(*)::int as n from webhook_message where type = 'customer.claimed'`.execute(tx)
    return rows[0]?.n
  })
  expect(written).toBe(0)
})

test('after a 500 it comes again with the same id, and not before its time', async () => {
  const { id, secret } = await connect(carmen, receiver.url)
  receiver.state.answer = 500
  await happen()
  await deliver()
  await deliver()
  expect(receiver.got.length).toBe(1)
  expect(await log(id)).toMatchObject([
    { state: 'waiting', attempts: 1, lastStatus: 500, lastError: 'status' },
  ])
  receiver.state.answer = 200
  ahead = 6000
  await deliver()
  expect(receiver.got.length).toBe(2)
  expect(new Set(receiver.got.map(({ headers }) => headers['webhook-id'])).size).toBe(1)
  for (const one of receiver.got) expect(verified(secret, one).type).toBe('customer.claimed')
  expect(await log(id)).toMatchObject([{ state: 'delivered', attempts: 2, lastStatus: 200 }])
})

test('ten attempts over three days, then it has failed and can be sent again by hand', async () => {
  const { id } = await connect(carmen, receiver.url)
  receiver.state.answer = 503
  await happen()
  const begun = Date.now()
  for (let attempt = 0; attempt < 15; attempt += 1) {
    const next = await deliver()
    if (next === null) break
    ahead = next.getTime() - Date.now() + 1
  }
  expect(receiver.got.length).toBe(10)
  const days = (Date.now() + ahead - begun) / 86_400_000
  expect(days).toBeGreaterThan(3)
  expect(days).toBeLessThan(4)
  const [failed] = await log(id)
  expect(failed).toMatchObject({ state: 'failed', attempts: 10, dueAt: null })
  receiver.state.answer = 204
  expect((await carmen.ask('POST', `/api/webhooks/deliveries/${failed?.id}/replay`)).status).toBe(200)
  await deliver()
  expect(receiver.got.length).toBe(11)
  expect(await log(id)).toMatchObject([{ state: 'delivered' }])
  expect(await endpoints()).toMatchObject([{ failingSince: null, enabled: true }])
})

test('what somebody took and died with is delivered after a minute', async () => {
  const { id } = await connect(carmen, receiver.url)
  await happen()
  const at = server.services.now()
  const taken = await asProgram(server, company, (tx) =>
    claimDue(tx, { now: at, until: new Date(at.getTime() + minute), overlap: at, most: 9 }),
  )
  expect(taken.length).toBe(1)
  await deliver()
  expect(receiver.got.length).toBe(0)
  ahead = minute + 1000
  await deliver()
  expect(receiver.got.length).toBe(1)
  expect(await log(id)).toMatchObject([{ state: 'delivered', attempts: 2 }])
})

test('the deliverer delivers at once; stopped in the middle, the next one brings it to its end', async () => {
  const { id } = await connect(carmen, receiver.url)
  receiver.state.answer = null
  const first = startDelivering(server.services)
  const arrived = receiver.next()
  await aCustomer(ana, { name: 'Bar Mar' })
  await arrived
  await first.stop()
  expect((await log(id)).every(({ state }) => state === 'waiting')).toBe(true)
  receiver.state.answer = 200
  ahead = minute + 1000
  await deliver()
  expect((await log(id)).every(({ state }) => state === 'delivered')).toBe(true)
})

test('two at once deliver nothing twice', async () => {
  await connect(carmen, receiver.url)
  for (let n = 0; n < 30; n += 1) await happen(String(n))
  await Promise.all([deliver(), deliver(), deliver()])
  expect(receiver.got.length).toBe(30)
})

test('a new secret signs at once, the old one for a day more', async () => {
  const { id, secret } = await connect(carmen, receiver.url)
  const renewed = (await carmen.ask('POST', `/api/webhooks/${id}/secret`)).body as unknown as {
    secret: string
  }
  expect(renewed.secret).not.toBe(secret)
  await happen()
  await deliver()
  const [both] = receiver.got
  if (both === undefined) throw new Error('nothing arrived')
  expect(verified(secret, both)).toEqual(verified(renewed.secret, both))
  ahead = 25 * 60 * minute
  await forgetDeliveries(server.services, company)
  await happen()
  await deliver()
  const only = receiver.got[1]
  if (only === undefined) throw new Error('nothing arrived')
  expect(verified(renewed.secret, only).type).toBe('customer.claimed')
  expect(() => verified(secret, only)).toThrow('No matching signature')
})

test('where nothing arrives for five days it is switched off, and whoever may switch it on is told', async () => {
  const { id } = await connect(carmen, receiver.url)
  receiver.state.answer = 500
  await happen()
  await deliver()
  ahead = 5 * 24 * 60 * minute + 1000
  await happen()
  await deliver()
  const [endpoint] = await endpoints()
  expect(endpoint).toMatchObject({ enabled: false, offBecause: 'failing', waiting: 0 })
  const told = (await carmen.ask('GET', '/api/notices?unread=true')).body as unknown as {
    notices: { kind: string; link: string }[]
  }
  expect(told.notices.filter(({ kind }) => kind === 'webhook-disabled')).toMatchObject([
    { link: '/settings/webhooks' },
  ])
  const before = receiver.got.length
  await happen()
  await deliver()
  expect(receiver.got.length).toBe(before)
  const [failed] = await log(id)
  const replay = () => carmen.ask('POST', `/api/webhooks/deliveries/${failed?.id}/replay`)
  expect(await replay()).toMatchObject({ status: 409, body: { code: 'webhook-off' } })
  const { url, description, types, version } = endpoint as Endpoint
  const on = { url, description, types, version, enabled: true }
  expect((await carmen.ask('PUT', `/api/webhooks/${id}`, on)).status).toBe(200)
  expect((await carmen.ask('PUT', `/api/webhooks/${id}`, on)).status).toBe(409)
  receiver.state.answer = 200
  expect((await replay()).status).toBe(200)
  await deliver()
  expect(receiver.got.length).toBe(before + 1)
})

test('410 says it is gone: off at once', async () => {
  await connect(carmen, receiver.url)
  receiver.state.answer = 410
  await happen()
  await deliver()
  expect(await endpoints()).toMatchObject([{ enabled: false, offBecause: 'gone' }])
})

test('an endpoint is tried with an event of its own', async () => {
  const { id, secret } = await connect(carmen, receiver.url, ['cover.begun'])
  expect((await carmen.ask('POST', `/api/webhooks/${id}/test`)).status).toBe(200)
  await deliver()
  const [one] = receiver.got
  if (one === undefined) throw new Error('nothing arrived')
  expect(verified(secret, one)).toMatchObject({ type: 'webhook.test', data: { endpointId: id } })
})

test('only those who may connect programs see and change anything, and nobody sees a secret again', async () => {
  const { id, secret } = await connect(carmen, receiver.url)
  for (const other of [ana, stranger]) {
    const refused = other === ana ? 403 : 404
    expect((await other.ask('GET', `/api/webhooks/${id}/deliveries`)).status).toBe(refused)
    for (const path of [`/api/webhooks/${id}/secret`, `/api/webhooks/${id}/test`])
      expect((await other.ask('POST', path)).status).toBe(refused)
    expect((await other.ask('DELETE', `/api/webhooks/${id}`)).status).toBe(refused)
  }
  expect((await ana.ask('GET', '/api/webhooks')).status).toBe(403)
  expect(await endpoints(stranger)).not.toContainEqual(expect.objectContaining({ id }))
  await happen()
  expect(JSON.stringify([await endpoints(), await log(id)])).not.toContain(secret.slice(6))
  const noted = (await carmen.ask('GET', '/api/access-log')).body as unknown as {
    entries: { action: string }[]
  }
  expect(noted.entries.map(({ action }) => action)).toContain('make-webhook')
})

import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { ownServer } from '../../../test/database.ts'
import { type Asker, type Server, aCompany, aPerson } from '../../../test/make.ts'
import { aReceiver } from '../../../test/receiver.ts'
import { asProgram } from '../../../test/register.ts'
import type { Delivery, Endpoint } from '../schema.ts'
import { deliverDue } from './commands/deliver.ts'
import { emit } from './commands/emit.ts'
import { claimDue, nextDue, noteOutcomes } from './queries/deliveries.ts'

let server: Server
let company: string
let carmen: Asker
let receiver: Awaited<ReturnType<typeof aReceiver>>
beforeAll(async () => {
  server = await ownServer({ privateTargets: true })
  receiver = await aReceiver()
})
afterAll(async () => {
  await receiver.stop()
  await server.stop()
})
beforeEach(async () => {
  receiver.got.length = 0
  company = await aCompany(server)
  carmen = await aPerson(server, company, 'Carmen', ['principal'])
})

const connect = async (url: string) => {
  const types = ['customer.registered']
  return (await carmen.ask('POST', '/api/webhooks', { url, description: '', types })).body as { id: string }
}
const log = async (id: string) =>
  ((await carmen.ask('GET', `/api/webhooks/${id}/deliveries`)).body as { deliveries: Delivery[] }).deliveries
const happen = () => asProgram(server, company, (tx) => emit(tx, 'customer.registered', { customerId: 'x' }))

test('an address in capitals goes wrong alone: what was sent beside it is noted', async () => {
  const { id: well } = await connect(receiver.url)
  const { id: wrong } = await connect(receiver.url.replace('http:', 'HTTPS:'))
  await happen()
  await deliverDue(server.services, company)
  expect(await log(well)).toMatchObject([{ state: 'delivered', attempts: 1 }])
  expect(await log(wrong)).toMatchObject([{ state: 'waiting', attempts: 1, lastStatus: null }])
  await deliverDue(server.services, company)
  expect(receiver.got.length).toBe(1)
})

test('switched off in the middle of an attempt it gets nothing more', async () => {
  const { id } = await connect(receiver.url)
  await happen()
  const at = server.services.now()
  const claim = () =>
    asProgram(server, company, (tx) => claimDue(tx, { now: at, until: at, overlap: at, most: 9 }))
  const [taken] = await claim()
  if (taken === undefined) throw new Error('nothing was due')
  const { endpoints } = (await carmen.ask('GET', '/api/webhooks')).body as { endpoints: Endpoint[] }
  const { url, description, types, version } = endpoints[0] as Endpoint
  const off = { url, description, types, version, enabled: false }
  expect((await carmen.ask('PUT', `/api/webhooks/${id}`, off)).status).toBe(200)
  const outcome = { id: taken.id, endpointId: id, dueAt: at, status: 500, error: 'status', ms: 1 }
  await asProgram(server, company, (tx) => noteOutcomes(tx, [{ ...outcome, state: 'waiting' }], at))
  expect(await log(id)).toMatchObject([{ state: 'failed', lastError: 'switched-off' }])
  // As when an event was written while it was being switched off.
  await asProgram(server, company, (tx) =>
    sql`update webhook_delivery set state = 'waiting' where id = ${taken.id}`.execute(tx),
  )
  expect(await claim()).toEqual([])
  expect(await asProgram(server, company, nextDue)).toBeNull()
})

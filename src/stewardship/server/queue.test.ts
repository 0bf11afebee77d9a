import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Asker } from '../../../test/make.ts'
import { aCustomer, changeCustomer, someRows, asProgram } from '../../../test/register.ts'
import { type Stewarded, aStewardedCompany, merge } from '../../../test/stewarded.ts'
import { newId } from '../../platform/server/uuid.ts'
import { incompleteBelow } from '../harm.ts'
import type { Queue } from '../schema/queue.ts'
import { findDuplicates } from './commands/find-duplicates.ts'

let on: Stewarded
let north: string
let south: string
beforeAll(async () => {
  on = await aStewardedCompany()
  ;[north, south] = await asProgram(on.server, on.company, async (tx, changes) => {
    const rows = [
      { id: newId(), name: 'North', steward_id: on.sol.id },
      { id: newId(), name: 'South', steward_id: on.luz.id },
    ] as const
    for (const row of rows) {
      await tx
        .insertInto('territory')
        .values({ ...row, organization_id: on.company })
        .execute()
      changes.add('territory', row.id)
    }
    return [rows[0].id, rows[1].id] as const
  })
})
afterAll(() => on.server.stop())

const queueOf = async (who: Asker, query = '') => {
  const { status, body } = await who.ask('GET', `/api/steward/queue${query}`)
  expect(status).toBe(200)
  return body as Queue
}
const names = (queue: Queue) =>
  queue.items.map((item) => (item.what === 'duplicate' ? item.pair.first.name : item.customer.name))

/** Nothing is wrong with it. */
const whole = {
  city: 'Madrid',
  location: { latitude: 40, longitude: -3, accuracyM: 5, locatedBy: 'pinned' },
  contacts: [{ name: 'Eva', phone: '600 1', inCharge: true }],
}
const complete = async (more: Record<string, unknown>) => {
  const id = await aCustomer(on.ana, { ...whole, ...more })
  await changeCustomer(on.server, on.company, id, { completeness: 90, territory_id: north })
  return id
}

test('each steward has their areas and what belongs to nobody, the worst first', async () => {
  const stale = await complete({ name: 'Stale' })
  await changeCustomer(on.server, on.company, stale, { confirmed_on: '2020-01-01' })
  const approximate = await complete({ name: 'Roughly placed A', tier: 'A' })
  await changeCustomer(on.server, on.company, approximate, { located_by: 'approximate' })
  await complete({ name: 'Nobody in charge', contacts: [] })
  const southern = await complete({ name: 'In the south', contacts: [] })
  await changeCustomer(on.server, on.company, southern, { territory_id: south })
  const nowhere = await complete({ name: 'Nowhere' })
  await changeCustomer(on.server, on.company, nowhere, { territory_id: null })
  await complete({ name: 'All well' })
  const sols = await queueOf(on.sol)
  expect(names(sols)).toEqual(['Roughly placed A', 'Nobody in charge', 'Stale', 'Nowhere'])
  expect(sols).toMatchObject({
    counts: { 'no-person-in-charge': 1, unlocated: 1, stale: 1, 'no-territory': 1, incomplete: 0 },
    total: 4,
    areas: [{ name: 'North' }],
    may: { merge: true, decide: true, place: true },
  })
  expect(names(await queueOf(on.luz))).toEqual(['In the south', 'Nowhere'])
  expect(names(await queueOf(on.sol, '?whose=all&kind=no-person-in-charge'))).toEqual([
    'Nobody in charge',
    'In the south',
  ])
  expect(sols.items[1]).toMatchObject({
    worst: 'no-person-in-charge',
    missing: expect.arrayContaining(['person-in-charge']),
  })
})

test.each([
  [incompleteBelow - 1, 1],
  [incompleteBelow, 0],
])('a completeness of %i is %i time incomplete', async (completeness, times) => {
  const before = (await queueOf(on.sol)).counts.incomplete
  const id = await complete({ name: `Filled to ${completeness}` })
  await changeCustomer(on.server, on.company, id, { completeness })
  expect((await queueOf(on.sol)).counts.incomplete).toBe(before + times)
  await changeCustomer(on.server, on.company, id, { completeness: 90 })
})

test('what is mended leaves the queue, and undo brings it back', async () => {
  const stale = await complete({ name: 'To confirm' })
  await changeCustomer(on.server, on.company, stale, { confirmed_on: '2020-01-01' })
  const before = await queueOf(on.sol, '?kind=stale')
  expect(names(before)).toContain('To confirm')
  const ids = before.items.flatMap((item) => (item.what === 'profile' ? [item.customer.id] : []))
  const done = await on.sol.ask('POST', '/api/steward/confirm', { ids })
  expect(done).toMatchObject({ status: 200, body: { confirmed: ids.length } })
  expect((await queueOf(on.sol, '?kind=stale')).items).toEqual([])
  expect(await on.sol.ask('POST', '/api/steward/confirm', { ids })).toMatchObject({
    body: { batchId: null, confirmed: 0 },
  })
  const undo = `/api/steward/confirm/${(done.body as { batchId: string }).batchId}/undo`
  expect((await on.ana.ask('POST', undo)).status).toBe(403)
  expect((await on.stranger.ask('POST', undo)).status).toBe(409)
  expect((await on.sol.ask('POST', undo)).status).toBe(200)
  expect(await queueOf(on.sol, '?kind=stale')).toEqual(expect.objectContaining({ total: before.total }))
  expect((await on.sol.ask('POST', undo)).status).toBe(409)
})

test('requests of others and probable duplicates are in it; one’s own requests are not', async () => {
  const one = await complete({ name: 'Twice', phone: '915 55 33 33' })
  const other = await complete({ name: 'Twice', phone: '915 55 33 33' })
  const request = {
    customer_id: one,
    entity: 'customer',
    entity_id: one,
    field: 'name',
    from_value: '"Twice"',
    to_value: '"Once"',
  }
  await someRows(on.server, on.company, 'change_request', [
    { ...request, requested_by: on.ana.id },
    { ...request, requested_by: on.sol.id },
  ])
  await findDuplicates(on.server.services, on.company)
  const queue = await queueOf(on.sol)
  expect(queue.counts).toMatchObject({ request: 1, duplicate: 1 })
  const kinds = queue.items.map((item) => item.what)
  expect(kinds.filter((what) => what !== 'profile')).toEqual(['duplicate', 'request'])
  expect(kinds.indexOf('request')).toBeLessThan(kinds.lastIndexOf('profile'))
  expect((await queueOf(on.sol, '?kind=duplicate')).items).toMatchObject([{ pair: { verdict: 'sure' } }])
  expect((await queueOf(on.luz)).counts).toMatchObject({ request: 0, duplicate: 0 })
  await merge(on.sol, one, [other])
  expect((await queueOf(on.sol)).counts.duplicate).toBe(0)
})

test('is not for salespeople, nor another company’s', async () => {
  expect((await on.ana.ask('GET', '/api/steward/queue')).status).toBe(403)
  expect((await on.ana.ask('POST', '/api/steward/confirm', { ids: [on.ana.id] })).status).toBe(403)
  expect((await queueOf(on.stranger)).total).toBe(0)
  const id = await complete({ name: 'Ours' })
  await changeCustomer(on.server, on.company, id, { confirmed_on: '2020-01-01' })
  expect(await on.stranger.ask('POST', '/api/steward/confirm', { ids: [id] })).toMatchObject({
    body: { confirmed: 0 },
  })
})

import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { ownServer } from '../../../test/database.ts'
import { type Asker, type Server, aCompany, aPerson } from '../../../test/make.ts'
import { aCustomer } from '../../../test/register.ts'

let server: Server
let principal: Asker
let manager: Asker
let ana: Asker
let bea: Asker
let stranger: Asker
let ids: string[]
type Outcome = { batchId: string; matched: number; changed: number; unchanged: number }

beforeAll(async () => {
  server = await ownServer()
  const company = await aCompany(server)
  principal = await aPerson(server, company, 'Carmen', ['principal'])
  manager = await aPerson(server, company, 'Mario', ['manager'], { managerId: principal.id })
  ana = await aPerson(server, company, 'Ana', ['salesperson'], { managerId: manager.id })
  bea = await aPerson(server, company, 'Bea', ['salesperson'], { managerId: principal.id })
  stranger = await aPerson(server, await aCompany(server), 'Zoe', ['principal'])
})
afterAll(() => server.stop())
beforeEach(async () => {
  ids = [
    await aCustomer(ana, { name: 'Uno', channel: 'bar', tags: ['a', 'b'], phone: '030 123456' }),
    await aCustomer(ana, { name: 'Dos', channel: 'hotel', city: 'Madrid' }),
    await aCustomer(ana, { name: 'Tres', channel: 'bar' }),
  ]
})

const edit = (who: Asker, body: Record<string, unknown>) =>
  who.ask('POST', '/api/customers/edit', { selection: { ids }, ...body })
const undo = (who: Asker, batch: string) => who.ask('POST', `/api/customers/edit/${batch}/undo`)
const read = async (id: string | undefined) =>
  (await principal.ask('GET', `/api/customers/${id}`)).body as Record<string, never>
const readAll = () => Promise.all(ids.map(read))

const state = ({ channel, tags, country, phoneE164, location, completeness }: Record<string, unknown>) => ({
  channel,
  tags,
  country,
  phoneE164,
  location,
  completeness,
})

test('fields and tags are set for all, those that have them already count as unchanged, and undo puts all back', async () => {
  const before = await readAll()
  const done = await edit(ana, {
    set: { channel: 'bar', country: 'DE' },
    addTags: ['new', 'b'],
    removeTags: ['a'],
    reason: 'fair',
  })
  expect(done).toMatchObject({ status: 200, body: { matched: 3, changed: 3, unchanged: 0 } })
  expect(await readAll()).toMatchObject([
    { channel: 'bar', tags: ['b', 'new'], country: 'DE', phoneE164: '+4930123456', version: 2 },
    { channel: 'bar', tags: ['new', 'b'], country: 'DE' },
    { channel: 'bar', tags: ['new', 'b'], country: 'DE' },
  ])
  expect(await edit(ana, { set: { channel: 'bar' } })).toMatchObject({
    body: { batchId: null, changed: 0, unchanged: 3 },
  })
  const undone = await undo(ana, (done.body as Outcome).batchId)
  expect(undone).toMatchObject({ body: { restored: 3, kept: 0 } })
  const after = await readAll()
  expect(after.map(state)).toEqual(before.map(state))
  const redone = await undo(ana, (undone.body as Outcome).batchId)
  expect(redone).toMatchObject({ body: { restored: 3 } })
  expect((await readAll()).map(({ channel }) => channel)).toEqual(['bar', 'bar', 'bar'])
})

test('undo leaves what was changed again since, and says which', async () => {
  const done = (await edit(ana, { set: { channel: 'shop', region: 'Sur' } })).body as Outcome
  await ana.ask('PATCH', `/api/customers/${ids[1]}`, { set: { region: ['Sur', 'Norte'] } })
  expect(await undo(ana, done.batchId)).toMatchObject({
    body: { restored: 2, kept: 1, examples: [{ id: ids[1], name: 'Dos', fields: ['region'] }] },
  })
  expect((await readAll()).map(({ channel }) => channel)).toEqual(['bar', 'shop', 'bar'])
  expect(await undo(ana, done.batchId)).toMatchObject({ body: { restored: 0, batchId: null, kept: 3 } })
})

test('a filter selects, with exceptions, only among what the asker sees', async () => {
  await aCustomer(bea, { name: 'Ajeno', channel: 'bar' })
  const selection = { filter: { channel: ['bar'], owner: ['me'] }, except: [ids[2]] }
  const done = await ana.ask('POST', '/api/customers/edit', { selection, set: { channel: 'kiosk' } })
  expect(done).toMatchObject({ status: 200 })
  expect((await readAll()).map(({ channel }) => channel)).toEqual(['kiosk', 'hotel', 'bar'])
  expect(await bea.ask('GET', '/api/customers?channel=bar')).toMatchObject({ body: { total: 1 } })
})

test('terms are protected, tier by hand keeps its reason', async () => {
  expect(await edit(ana, { set: { paymentDays: 30 } })).toMatchObject({ status: 403, body: { rule: '1.4' } })
  expect(
    await edit(manager, {
      set: { paymentDays: 30, creditLimit: { minor: 50000, currency: 'EUR' } },
      tier: 'A',
      reason: 'Key accounts',
    }),
  ).toMatchObject({ body: { changed: 3 } })
  expect(await read(ids[0])).toMatchObject({
    tier: 'A',
    tierReason: 'Key accounts',
    paymentDays: 30,
    creditLimit: { minor: 50000 },
  })
})

test('one that is not seen, or of another company, refuses all of it', async () => {
  const theirs = await aCustomer(stranger, { name: 'Lejos' })
  const hers = await aCustomer(bea, { name: 'Ajeno' })
  for (const other of [theirs, hers]) {
    const selection = { ids: [...ids, other] }
    expect(await ana.ask('POST', '/api/customers/edit', { selection, addTags: ['x'] })).toMatchObject({
      status: 404,
      body: { facts: { missing: 1 } },
    })
  }
  expect((await readAll()).map(({ tags }) => tags)).toEqual([['a', 'b'], [], []])
  const done = (await edit(ana, { addTags: ['x'] })).body as Outcome
  for (const who of [stranger, bea]) expect((await undo(who, done.batchId)).status).toBe(404)
})

test('a registration is no bulk edit and a field that is not for many is refused', async () => {
  expect((await edit(ana, { set: { name: 'Todos iguales' } })).status).toBe(422)
  expect(await edit(manager, { set: { parentId: ids[0] } })).toMatchObject({
    status: 422,
    body: { code: 'invalid-parent-circle' },
  })
})

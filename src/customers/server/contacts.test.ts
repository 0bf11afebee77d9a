import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { ownServer } from '../../../test/database.ts'
import { type Asker, type Server, aCompany, aPerson } from '../../../test/make.ts'
import { aCustomer } from '../../../test/register.ts'

let server: Server
let principal: Asker
let ana: Asker
let bea: Asker
let id: string
let lola: string
type Contact = { id: string; name: string; inCharge: boolean; phoneE164: string | null }
type Outcome = { saved: string[]; requested: { field: string; requestId: string }[]; conflicts: unknown[] }

beforeAll(async () => {
  server = await ownServer()
  const company = await aCompany(server)
  principal = await aPerson(server, company, 'Carmen', ['principal'])
  ana = await aPerson(server, company, 'Ana', ['salesperson'], { managerId: principal.id })
  bea = await aPerson(server, company, 'Bea', ['salesperson'])
})
afterAll(() => server.stop())
beforeEach(async () => {
  id = await aCustomer(ana, {
    name: 'Bar Sol',
    contacts: [{ name: 'Lola', inCharge: true, phone: '600 111 222', parts: ['decides', 'pays'] }],
  })
  lola = (await contacts())[0]?.id ?? ''
})

const path = (rest = '') => `/api/customers/${id}/contacts${rest}`
const contacts = async () =>
  ((await principal.ask('GET', `/api/customers/${id}`)).body as { contacts: Contact[] }).contacts
const add = async (who: Asker, contact: Record<string, unknown>) =>
  (await who.ask('POST', path(), contact)).body as { id: string; outcome: Outcome }
const approve = (request: string | undefined, body = {}) =>
  principal.ask('POST', `/api/requests/${request}/approve`, body)

test('contacts are added, changed and removed at once, and the person in charge is protected', async () => {
  const pepe = await add(ana, { name: 'Pepe', phone: '600 333 444', parts: ['stores'] })
  expect(pepe.outcome).toMatchObject({ requested: [] })
  expect(
    await ana.ask('PATCH', path(`/${pepe.id}`), { set: { phone: ['600 333 444', '600 333 555'] } }),
  ).toMatchObject({
    body: { saved: ['phone'] },
  })
  expect(await contacts()).toMatchObject([
    { name: 'Lola', inCharge: true, phoneE164: '+34600111222' },
    { name: 'Pepe', inCharge: false, phoneE164: '+34600333555' },
  ])
  const wish = await ana.ask('PATCH', path(`/${lola}`), {
    set: { phone: ['600 111 222', '600 999 999'], title: [null, 'Owner'] },
  })
  expect(wish.body).toMatchObject({ saved: ['title'], requested: [{ field: 'phone' }] })
  expect(await ana.ask('DELETE', path(`/${lola}`))).toMatchObject({
    body: { requested: [{ field: 'removed' }] },
  })
  expect(await ana.ask('DELETE', path(`/${pepe.id}`))).toMatchObject({ body: { saved: ['removed'] } })
  expect((await contacts()).map(({ name }) => name)).toEqual(['Lola'])
})

test('an e-mail that was missing is added at once also for the person in charge', async () => {
  expect(
    await ana.ask('PATCH', path(`/${lola}`), { set: { email: [null, 'lola@example.com'] } }),
  ).toMatchObject({
    body: { saved: ['email'], requested: [] },
  })
})

test('another person in charge is a request for a salesperson and one step for a manager', async () => {
  const pepe = await add(ana, { name: 'Pepe', inCharge: true })
  expect(pepe.outcome).toMatchObject({ saved: [], requested: [{ field: 'inCharge' }] })
  expect((await contacts()).find(({ inCharge }) => inCharge)?.name).toBe('Lola')
  expect(await approve(pepe.outcome.requested[0]?.requestId)).toMatchObject({
    status: 200,
    body: { current: pepe.id },
  })
  expect((await contacts()).filter(({ inCharge }) => inCharge).map(({ name }) => name)).toEqual(['Pepe'])
  expect(await principal.ask('POST', path(`/${lola}/in-charge`), {})).toMatchObject({
    body: { saved: ['inCharge'] },
  })
  expect((await contacts()).filter(({ inCharge }) => inCharge).map(({ name }) => name)).toEqual(['Lola'])
})

test('a request for a contact who is gone or was replaced meanwhile is refused', async () => {
  const pepe = await add(ana, { name: 'Pepe', inCharge: true })
  const rosa = await add(principal, { name: 'Rosa', inCharge: true })
  expect(rosa.outcome.saved).toEqual(['inCharge'])
  expect(await approve(pepe.outcome.requested[0]?.requestId)).toMatchObject({
    status: 409,
    body: { code: 'changed-since' },
  })
  await principal.ask('DELETE', path(`/${pepe.id}`))
  expect(await approve(pepe.outcome.requested[0]?.requestId, { despite: true })).toMatchObject({
    status: 409,
    body: { code: 'changed-since' },
  })
})

test('approved removals and phones are carried out, and the history keeps what was', async () => {
  const wish = (await ana.ask('DELETE', path(`/${lola}`))).body as Outcome
  expect(await approve(wish.requested[0]?.requestId)).toMatchObject({ status: 200 })
  expect(await contacts()).toEqual([])
  const { entries } = (await ana.ask('GET', `/api/customers/${id}/timeline?kind=contact`)).body as {
    entries: { what: string; subject: string; changes: { field: string; from: unknown }[] }[]
  }
  expect(entries[0]).toMatchObject({ what: 'removed', subject: 'Lola' })
  expect(entries[0]?.changes).toContainEqual({ field: 'phone', from: '600 111 222', to: null })
})

test('a salesperson of another team can neither see nor write contacts', async () => {
  expect((await bea.ask('POST', path(), { name: 'Mallory' })).status).toBe(404)
  expect((await bea.ask('PATCH', path(`/${lola}`), { set: { title: [null, 'x'] } })).status).toBe(404)
  expect((await bea.ask('DELETE', path(`/${lola}`))).status).toBe(404)
  const other = await aCustomer(bea, { name: 'Bar Otro' })
  expect(
    (await bea.ask('PATCH', `/api/customers/${other}/contacts/${lola}`, { set: { title: [null, 'x'] } }))
      .status,
  ).toBe(404)
})

test('two people in charge at registration are refused, and nothing is kept of it', async () => {
  const two = {
    name: 'Bar Dos',
    contacts: [
      { name: 'A', inCharge: true },
      { name: 'B', inCharge: true },
    ],
  }
  expect(await ana.ask('POST', '/api/customers', two)).toMatchObject({
    status: 422,
    body: { code: 'invalid-two-in-charge' },
  })
  expect(await principal.ask('GET', '/api/customers?q=dos')).toMatchObject({ body: { total: 0 } })
})

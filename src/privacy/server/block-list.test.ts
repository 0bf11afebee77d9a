import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Stewarded, aStewardedCompany } from '../../../test/stewarded.ts'
import { aCustomer, anotherOutlet } from '../../../test/register.ts'

let on: Stewarded
beforeAll(async () => {
  on = await aStewardedCompany()
})
afterAll(() => on.server.stop())

type One = { hash: string; kind: string; reason: string | null; liftReason: string | null }
type State = { blocked: One | null; contacts: number }
const look = async (reach: object, who = on.sol) =>
  (await who.ask('POST', '/api/privacy/blocked/find', reach)).body as State
const put = (input: object, who = on.sol) => who.ask('POST', '/api/privacy/blocked', input)
const listed = async (state: string, who = on.sol) =>
  ((await who.ask('GET', `/api/privacy/blocked?state=${state}`)).body as { blocked: One[] }).blocked
const reason = 'objected by letter'
const enter = (contact: object) =>
  on.ana.ask('POST', '/api/customers', { name: 'Bar', contacts: [contact], anotherOutlet })

test('a phone put on the list by hand is refused however it is written, until it is taken off', async () => {
  await aCustomer(on.ana, { contacts: [{ name: 'Rita', phone: '+34 633 000 111' }] })
  expect(await look({ phone: '633 000 111' })).toEqual({ blocked: null, contacts: 1 })
  const made = await put({ phone: '633000111', reason })
  expect(made).toMatchObject({
    status: 200,
    body: { blocked: { kind: 'phone', reason, requestId: null, addedBy: { id: on.sol.id } }, contacts: 1 },
  })
  expect(await put({ phone: '0034 633 000 111', reason })).toMatchObject({
    status: 409,
    body: { code: 'already-blocked' },
  })
  expect(await enter({ name: 'R', phone: '+34633000111' })).toMatchObject({ body: { code: 'person-erased' } })
  const { blocked } = await look({ phone: '+34 633 000 111' })
  const lift = { hash: blocked?.hash, reason: 'asked to be called again' }
  expect((await on.sol.ask('POST', '/api/privacy/blocked/lift', lift)).status).toBe(200)
  expect((await enter({ name: 'R', phone: '+34633000111' })).status).toBe(200)
  expect((await listed('lifted')).find(({ hash }) => hash === blocked?.hash)).toMatchObject({
    reason,
    liftReason: 'asked to be called again',
    liftedBy: { id: on.sol.id },
  })
  expect((await listed('in-force')).map(({ hash }) => hash)).not.toContain(blocked?.hash)
  expect(await put({ phone: '633 000 111', reason: 'again' })).toMatchObject({
    body: { blocked: { hash: blocked?.hash, reason: 'again', liftReason: null } },
  })
})

test('an e-mail counts in any case, and only in its own company', async () => {
  expect((await put({ email: 'Ines.Mar@Example.com', reason })).status).toBe(200)
  expect(await look({ email: 'ines.mar@example.com' })).toMatchObject({ blocked: { kind: 'email' } })
  expect(await enter({ name: 'I', email: 'INES.MAR@example.com' })).toMatchObject({
    body: { code: 'person-erased' },
  })
  expect(await look({ email: 'ines.mar@example.com' }, on.stranger)).toMatchObject({ blocked: null })
  expect(await listed('in-force', on.stranger)).toEqual([])
})

test.each([
  ['nothing', { reason }],
  ['both', { phone: '633000222', email: 'a@example.com', reason }],
  ['no reason', { phone: '633000222' }],
  ['an empty reason', { phone: '633000222', reason: ' ' }],
  ['no phone', { phone: 'call me', reason }],
  ['no e-mail', { email: 'nobody', reason }],
])('%s is refused', async (_, input) => {
  expect((await put(input)).status).toBe(422)
})

test('who may not manage privacy neither sees, adds nor looks up', async () => {
  const input = { phone: '633 000 333' }
  expect((await on.ana.ask('GET', '/api/privacy/blocked')).status).toBe(403)
  expect((await put({ ...input, reason }, on.ana)).status).toBe(403)
  expect((await on.ana.ask('POST', '/api/privacy/blocked/find', input)).status).toBe(403)
  expect(await look(input)).toEqual({ blocked: null, contacts: 0 })
})

test('adding, looking up and taking off stand in the access log, the phone does not', async () => {
  const { body } = await put({ phone: '633 000 444', reason })
  await look({ phone: '633 000 444' })
  const { hash } = (body as State).blocked ?? { hash: '' }
  await on.sol.ask('POST', '/api/privacy/blocked/lift', { hash, reason })
  const log = await on.principal.ask('GET', '/api/access-log')
  const { entries } = log.body as { entries: { action: string }[] }
  expect(entries.slice(0, 3).map(({ action }) => action)).toEqual([
    'privacy.unblocked',
    'privacy.searched',
    'privacy.blocked',
  ])
  const said = JSON.stringify(log.body)
  expect(said).not.toContain('633000444')
  expect(said).not.toContain('633 000 444')
})

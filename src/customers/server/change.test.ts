import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { ownServer } from '../../../test/database.ts'
import { type Asker, type Server, aCompany, aPerson } from '../../../test/make.ts'
import { aCustomer, asProgram } from '../../../test/register.ts'

let server: Server
let principal: Asker
let ana: Asker
let bea: Asker
let hr: Asker
let stranger: Asker
let id: string
beforeAll(async () => {
  server = await ownServer()
  const company = await aCompany(server)
  principal = await aPerson(server, company, 'Carmen', ['principal'])
  ana = await aPerson(server, company, 'Ana', ['salesperson'], { managerId: principal.id })
  bea = await aPerson(server, company, 'Bea', ['salesperson'], { managerId: principal.id })
  hr = await aPerson(server, company, 'Hugo', ['hr'])
  stranger = await aPerson(server, await aCompany(server), 'Zoe', ['principal'])
})
afterAll(() => server.stop())
beforeEach(async () => {
  id = await aCustomer(ana, { name: 'Bar Sol', city: 'Madrid', channel: 'bar' })
})

const change = (who: Asker, set: Record<string, unknown>, more = {}) =>
  who.ask('PATCH', `/api/customers/${id}`, { set, ...more })
const read = async (who: Asker) =>
  (await who.ask('GET', `/api/customers/${id}`)).body as Record<string, never>

test('what is not protected saves at once, confirms the profile, and is remembered with its author', async () => {
  expect(await change(ana, { channel: ['bar', 'café'], tags: [[], ['terrace']] })).toMatchObject({
    status: 200,
    body: { version: 2, saved: ['channel', 'tags'], requested: [], conflicts: [] },
  })
  expect(await read(ana)).toMatchObject({
    channel: 'café',
    tags: ['terrace'],
    fresh: true,
    provenance: { channel: { person: { name: 'Ana' }, cause: 'edited' }, created: { cause: 'registered' } },
  })
})

test('a protected field of a salesperson waits; a steward or manager decides, nobody their own', async () => {
  const wish = { name: ['Bar Sol', 'Bar Luna'], taxId: [null, 'B123'] }
  const asked = await change(ana, wish, { reason: 'New sign over the door' })
  expect(asked).toMatchObject({ body: { saved: [], requested: [{ field: 'name' }, { field: 'taxId' }] } })
  const [request] = (asked.body as { requested: { requestId: string }[] }).requested
  const path = `/api/requests/${request?.requestId}`
  expect(await read(ana)).toMatchObject({ name: 'Bar Sol', requests: [{ to: 'Bar Luna' }, { to: 'B123' }] })
  expect((await ana.ask('POST', `${path}/approve`, {})).status).toBe(403)
  expect(await principal.ask('GET', '/api/requests')).toMatchObject({
    body: { total: 2, rows: [{ from: 'Bar Sol', current: 'Bar Sol', may: ['approve', 'reject'] }, {}] },
  })
  expect(await principal.ask('POST', `${path}/approve`, { note: 'Seen it' })).toMatchObject({
    status: 200,
    body: { state: 'approved', decidedBy: { name: 'Carmen' } },
  })
  expect(await read(ana)).toMatchObject({ name: 'Bar Luna', provenance: { name: { cause: 'request' } } })
  expect(await principal.ask('POST', `${path}/reject`, {})).toMatchObject({
    status: 409,
    body: { code: 'already-decided' },
  })
})

test('one takes back what one asked for, and may not decide it even after becoming a manager', async () => {
  const ask = async (days: number) => {
    const { body } = await change(ana, { paymentDays: [null, days] })
    return `/api/requests/${(body as { requested: { requestId: string }[] }).requested[0]?.requestId}`
  }
  const [first, second] = [await ask(30), await ask(45)]
  expect(await ana.ask('POST', `${first}/withdraw`)).toMatchObject({ body: { code: 'already-decided' } })
  expect(await bea.ask('POST', `${second}/withdraw`)).toMatchObject({ status: 404 })
  await asProgram(server, ana.companyId, async (tx, changes) => {
    const role = { organization_id: ana.companyId, person_id: ana.id, role: 'manager' }
    await tx.insertInto('person_role').values(role).execute()
    changes.add('person_role', ana.id)
  })
  expect(await ana.ask('POST', `${second}/approve`, {})).toMatchObject({
    status: 409,
    body: { code: 'own-request' },
  })
  await asProgram(server, ana.companyId, async (tx, changes) => {
    await tx.deleteFrom('person_role').where('person_id', '=', ana.id).where('role', '=', 'manager').execute()
    changes.add('person_role', ana.id)
  })
  expect(await ana.ask('POST', `${second}/withdraw`)).toMatchObject({ body: { state: 'withdrawn' } })
})

test('approving is refused when the value was changed since, and done despite that when asked again', async () => {
  const asked = await change(ana, { name: ['Bar Sol', 'Bar Luna'] })
  const path = `/api/requests/${(asked.body as { requested: { requestId: string }[] }).requested[0]?.requestId}/approve`
  await change(principal, { name: ['Bar Sol', 'Bar Mar'] })
  expect(await principal.ask('POST', path, {})).toMatchObject({
    status: 409,
    body: { code: 'changed-since', rule: '1.4' },
  })
  expect(await principal.ask('POST', path, { despite: true })).toMatchObject({
    body: { state: 'approved', current: 'Bar Luna' },
  })
})

test('two people at once: other fields merge, the same field is shown with both values', async () => {
  await change(principal, { channel: ['bar', 'hotel'], street: [null, 'Mayor 1'] })
  expect(
    await change(ana, { channel: ['bar', 'café'], street: [null, 'Mayor 1'], note: [null, 'Ring twice'] }),
  ).toMatchObject({
    body: { saved: ['note'], conflicts: [{ field: 'channel', from: 'bar', mine: 'café', theirs: 'hotel' }] },
  })
  const answers = await Promise.all([
    change(ana, { region: [null, 'Centro'] }),
    change(principal, { region: [null, 'Norte'] }),
  ])
  const outcomes = answers.map((answer) => answer.body as { saved: string[]; conflicts: unknown[] })
  expect(outcomes.map(({ saved }) => saved.length).toSorted()).toEqual([0, 1])
  expect(outcomes.map(({ conflicts }) => conflicts.length).toSorted()).toEqual([0, 1])
})

test('a first exact place saves at once, another one is a request; without any the city stands for it', async () => {
  expect(await read(ana)).toMatchObject({ location: { locatedBy: 'approximate' } })
  const { location } = await read(ana)
  const pinned = { latitude: 40.42, longitude: -3.7, accuracyM: 10, locatedBy: 'pinned' }
  expect(await change(ana, { location: [location, pinned] })).toMatchObject({ body: { saved: ['location'] } })
  const moved = { ...pinned, latitude: 40.5 }
  expect(await change(ana, { location: [pinned, moved] })).toMatchObject({
    body: { requested: [{ field: 'location' }] },
  })
  expect(await change(principal, { location: [pinned, null] })).toMatchObject({
    body: { saved: ['location'] },
  })
  expect(await read(ana)).toMatchObject({ location: { locatedBy: 'approximate' } })
})

test('a phone is kept as typed beside its E.164, and is read anew when the country changes', async () => {
  await change(ana, { phone: [null, '030 123456'], country: ['ES', 'DE'] })
  expect(await read(ana)).toMatchObject({ phone: '030 123456', phoneE164: '+4930123456' })
})

test('what is wrong is named with field, value and rule, and nothing is half saved', async () => {
  const wrong = await change(ana, {
    channel: ['bar', 'x'.repeat(61)],
    email: [null, 'nobody'],
    note: [null, 'fine'],
  })
  expect(wrong).toMatchObject({ status: 422 })
  expect(wrong.body).toMatchObject({
    errors: [
      { field: 'set.channel.1', rule: 'must have at most 60 characters' },
      { field: 'set.email.1', value: 'nobody', rule: 'must be an e-mail address' },
    ],
  })
  expect(await change(ana, { status: ['active', 'closed'] })).toMatchObject({ status: 422 })
  expect(await change(ana, { openingHours: [null, [{ day: 1, from: '09:00', to: '08:00' }]] })).toMatchObject(
    { status: 422 },
  )
  expect(await read(ana)).toMatchObject({ note: null, version: 1 })
})

test('a parent may not stand below its own child, and a code is used once', async () => {
  const child = await aCustomer(ana, { name: 'Bar Hijo', parentId: id })
  expect(await change(ana, { parentId: [null, child] })).toMatchObject({
    status: 422,
    body: { code: 'invalid-parent-circle' },
  })
  expect(await change(principal, { parentId: [null, id] })).toMatchObject({
    body: { code: 'invalid-parent-circle' },
  })
  const { code } = (await principal.ask('GET', `/api/customers/${child}`)).body as { code: string }
  expect(await change(principal, { code: [(await read(ana))['code'], code] })).toMatchObject({
    status: 409,
    body: { code: 'code-taken' },
  })
})

test('others: another salesperson and another company see nothing, HR may not', async () => {
  for (const [who, status] of [
    [bea, 404],
    [stranger, 404],
    [hr, 403],
  ] as const) {
    expect(await change(who, { note: [null, 'x'] })).toMatchObject({ status })
    expect((await who.ask('GET', `/api/customers/${id}`)).status).toBe(status)
    expect((await who.ask('GET', `/api/customers/${id}/timeline`)).status).toBe(status)
    expect((await who.ask('POST', `/api/customers/${id}/confirm`)).status).toBe(status)
    expect((await who.ask('PUT', `/api/customers/${id}/tier`, { tier: 'A', reason: 'big' })).status).toBe(
      status,
    )
  }
})

test('tier by hand with its reason, closing and opening again: all in the timeline', async () => {
  expect(
    await ana.ask('PUT', `/api/customers/${id}/tier`, { tier: 'A', reason: 'A chain behind it' }),
  ).toMatchObject({ status: 200 })
  expect((await ana.ask('POST', `/api/customers/${id}/close`, { reason: 'gone' })).status).toBe(403)
  expect(await principal.ask('POST', `/api/customers/${id}/close`, { reason: 'gone' })).toMatchObject({
    status: 200,
  })
  expect(await principal.ask('POST', `/api/customers/${id}/close`, { reason: 'gone' })).toMatchObject({
    body: { code: 'already-closed' },
  })
  expect(await read(ana)).toMatchObject({
    status: 'closed',
    tier: 'A',
    tierReason: 'A chain behind it',
    may: { close: false },
  })
  await principal.ask('POST', `/api/customers/${id}/reopen`, { reason: 'back' })
  const timeline = (await ana.ask('GET', `/api/customers/${id}/timeline`)).body as {
    entries: { kind: string; cause: string }[]
  }
  expect(timeline.entries.map(({ kind, cause }) => `${kind} ${cause}`)).toEqual([
    'profile active',
    'profile closed',
    'tier tier-by-hand',
    'profile registered',
    'ownership registered',
  ])
})

test('the timeline comes in pages and by kind', async () => {
  for (const channel of ['a', 'b', 'c'])
    await change(principal, { channel: [(await read(ana))['channel'], channel] })
  const path = `/api/customers/${id}/timeline`
  type Page = { entries: { id: string; changes: unknown[] }[]; next: string | null }
  const first = (await ana.ask('GET', `${path}?size=2&kind=profile`)).body as Page
  const second = (
    await ana.ask('GET', `${path}?size=2&kind=profile&before=${encodeURIComponent(first.next ?? '')}`)
  ).body as Page
  expect([...first.entries, ...second.entries].map(({ changes }) => changes[0] ?? null)).toEqual([
    { field: 'channel', from: 'b', to: 'c' },
    { field: 'channel', from: 'a', to: 'b' },
    { field: 'channel', from: 'bar', to: 'a' },
    null,
  ])
  expect(second.next).toBeNull()
  expect((await ana.ask('GET', `${path}?before=nonsense x`)).status).toBe(422)
})

import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ownServer } from '../../../test/database.ts'
import { type Asker, type Server, aCompany, aPerson } from '../../../test/make.ts'
import { asProgram } from '../../../test/register.ts'

let server: Server
let company: string
let principal: Asker
let steward: Asker
let ana: Asker
let ben: Asker
let stranger: Asker
const now = { at: new Date('2026-05-10T10:00:00Z') }
beforeAll(async () => {
  server = await ownServer({ now: () => now.at })
  company = await aCompany(server)
  principal = await aPerson(server, company, 'Carmen', ['principal'])
  steward = await aPerson(server, company, 'Sol', ['steward'])
  ana = await aPerson(server, company, 'Ana', ['salesperson'], { managerId: principal.id })
  ben = await aPerson(server, company, 'Ben', ['salesperson'], { managerId: principal.id })
  stranger = await aPerson(server, await aCompany(server), 'Eve', ['principal'])
})
afterAll(() => server.stop())

type Answer = { status: number; body: Record<string, unknown> }
const register = async (who: Asker, customer: Record<string, unknown>) =>
  (await who.ask('POST', '/api/customers', { city: 'Madrid', ...customer })) as Answer
const countOf = async (name: string) =>
  await asProgram(server, company, async (tx) => {
    const { rows } = await sql<{ n: number }>`
      select count(*)::int as n from customer where organization_id = app.organization() and name = ${name}`.execute(
      tx,
    )
    return rows[0]?.n
  })

describe('registering what is probably there', () => {
  test('is refused with whose it is, and nothing is saved', async () => {
    const first = await register(ana, { name: 'Bar Lola', phone: '915 55 20 01' })
    const second = await register(ben, { name: 'Bar Lola', phone: '+34 915552001' })
    expect(second).toMatchObject({
      status: 409,
      body: {
        code: 'probably-registered',
        rule: '2.3',
        facts: { customerId: first.body['id'], name: 'Bar Lola', city: 'Madrid', owner: 'Ana', count: 1 },
      },
    })
    expect(JSON.stringify(second.body)).not.toMatch(/915552001|55 20 01/)
    expect(await countOf('Bar Lola')).toBe(1)
  })

  test('a phone in common is enough, a name in the same town is not', async () => {
    await register(ana, { name: 'Mesón Gil', phone: '915 55 20 02' })
    expect((await register(ben, { name: 'Taller Pérez', phone: '915 55 20 02' })).status).toBe(409)
    expect((await register(ben, { name: 'Mesón Gil' })).status).toBe(200)
  })

  test('another outlet is registered with the reason, and the steward sees the pair', async () => {
    const first = await register(ana, { name: 'Café Luna', phone: '915 55 20 03' })
    const than = [String(first.body['id'])]
    const reason = 'The same owner, two streets further'
    const second = await register(ben, {
      name: 'Café Luna',
      phone: '915 55 20 03',
      anotherOutlet: { than, reason },
    })
    expect(second.status).toBe(200)
    const { body } = (await steward.ask(
      'GET',
      `/api/duplicates?customer=${String(second.body['id'])}`,
    )) as Answer
    expect(body).toMatchObject({ total: 1, rows: [{ saidOther: { by: { name: 'Ben' }, reason } }] })
  })

  test('whoever saw one of two is asked about the other', async () => {
    const first = await register(ana, { name: 'Bar Duero', phone: '915 55 20 04' })
    const than = [String(first.body['id'])]
    const reason = 'Another one'
    const second = await register(ana, {
      name: 'Bar Duero',
      phone: '915 55 20 04',
      anotherOutlet: { than, reason },
    })
    const third = await register(ben, {
      name: 'Bar Duero',
      phone: '915 55 20 04',
      anotherOutlet: { than, reason },
    })
    expect(third).toMatchObject({ status: 409, body: { facts: { customerId: second.body['id'] } } })
  })

  test('the same sent again is the same, not its own duplicate', async () => {
    const id = crypto.randomUUID()
    expect((await register(ana, { id, name: 'Bar Ebro', phone: '915 55 20 05' })).status).toBe(200)
    expect(await register(ana, { id, name: 'Bar Ebro', phone: '915 55 20 05' })).toMatchObject({
      body: { code: 'already-registered' },
    })
  })

  test('of another company nothing is known', async () => {
    await register(ana, { name: 'Bar Tajo', phone: '915 55 20 06' })
    expect((await register(stranger, { name: 'Bar Tajo', phone: '915 55 20 06' })).status).toBe(200)
  })

  test('many people who register the same outlet at once: one of them does', async () => {
    const askers = [ana, ben, principal, steward, ana, ben]
    const answers = await Promise.all(
      askers.map((who) => register(who, { name: 'Bar Miño', phone: '915 55 20 07' })),
    )
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409, 409, 409, 409, 409])
    expect(await countOf('Bar Miño')).toBe(1)
  })
})

describe('the day from which it counts', () => {
  const read = async (who: Asker, id: unknown) =>
    (await who.ask('GET', `/api/customers/${String(id)}/registration`)) as Answer
  const decide = async (who: Asker, id: unknown, accept: boolean) =>
    (await who.ask('POST', `/api/customers/${String(id)}/registration`, { accept })) as Answer
  const ownerOn = async (id: unknown, day: string) =>
    (await principal.ask('GET', `/api/customers/${String(id)}/ownership?on=${day}`)) as Answer

  test('is the one on which the company received it, until a manager accepts the device’s', async () => {
    const { body } = await register(ana, { name: 'Bar Offline', claimedOn: '2026-05-07' })
    const waiting = { registeredOn: '2026-05-10', receivedOn: '2026-05-10', claimedOn: '2026-05-07' }
    expect((await read(ana, body['id'])).body).toEqual({ ...waiting, accepted: null, mayDecide: false })
    expect((await read(principal, body['id'])).body).toMatchObject({ mayDecide: true })
    expect((await decide(ana, body['id'], true)).status).toBe(403)
    const accepted = await decide(principal, body['id'], true)
    expect(accepted.body).toEqual({
      ...waiting,
      registeredOn: '2026-05-07',
      accepted: true,
      mayDecide: false,
    })
    expect(await decide(steward, body['id'], false)).toMatchObject({ body: { code: 'already-decided' } })
    expect(JSON.stringify((await ownerOn(body['id'], '2026-05-08')).body)).toContain('Ana')
  })

  test('stays when it is turned down', async () => {
    const { body } = await register(ana, { name: 'Bar Late', claimedOn: '2026-05-01' })
    expect((await decide(steward, body['id'], false)).body).toMatchObject({
      registeredOn: '2026-05-10',
      accepted: false,
    })
  })

  test('nobody accepts their own', async () => {
    const { body } = await register(principal, { name: 'Bar Mine', owner: 'me', claimedOn: '2026-05-09' })
    expect(await decide(principal, body['id'], true)).toMatchObject({ body: { code: 'own-case' } })
    expect((await decide(steward, body['id'], true)).status).toBe(200)
  })

  test.each([
    ['2026-05-11', 'invalid-future-day'],
    ['2026-02-01', 'invalid-too-early'],
  ])('a device that says %s is refused: %s', async (claimedOn, code) => {
    expect(await register(ana, { name: 'Bar Odd', claimedOn })).toMatchObject({ body: { code } })
    expect(await countOf('Bar Odd')).toBe(0)
  })

  test('there is nothing to decide where nothing was claimed, nor for another company', async () => {
    const { body } = await register(ana, { name: 'Bar Plain' })
    expect(await decide(principal, body['id'], true)).toMatchObject({ body: { code: 'nothing-claimed' } })
    expect((await decide(stranger, body['id'], true)).status).toBe(404)
    expect((await read(stranger, body['id'])).status).toBe(404)
  })
})

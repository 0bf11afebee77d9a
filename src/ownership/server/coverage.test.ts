import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ownServer } from '../../../test/database.ts'
import { type Asker, type Server, aCompany, aPerson } from '../../../test/make.ts'
import { someOrders } from '../../../test/orders.ts'
import { aCustomer, asProgram, changeCustomer } from '../../../test/register.ts'
import { newId } from '../../platform/server/uuid.ts'

const now = new Date('2026-11-23T12:00:00Z')
let server: Server
let company: string
let boss: Asker
let ana: Asker
let ben: Asker
let team: string
const customers: Record<'bar' | 'cafe' | 'shop' | 'pool', string> = { bar: '', cafe: '', shop: '', pool: '' }

beforeAll(async () => {
  server = await ownServer({ now: () => now })
  company = await aCompany(server)
  boss = await aPerson(server, company, 'Boss', ['principal'])
  ana = await aPerson(server, company, 'Ana', ['salesperson'])
  ben = await aPerson(server, company, 'Ben', ['salesperson'])
  const gone = await aPerson(server, company, 'Gone', ['salesperson'], { leftOn: '2026-10-01' })
  team = await intoTeam('North', ana.id)
  customers.bar = await aCustomer(ana, { name: 'Bar', code: 'BAR' })
  customers.cafe = await aCustomer(ana, { name: 'Café', code: 'CAFE' })
  customers.shop = await aCustomer(ben, { name: 'Shop', code: 'SHOP' })
  customers.pool = await aCustomer(boss, { name: 'Pool', code: 'POOL', owner: 'pool' })
  await changeCustomer(server, company, customers.bar, { tier: 'A' })
  await changeCustomer(server, company, customers.cafe, { tier: 'B' })
  await someOrders(server, company, [
    { customer: customers.bar, person: ana.id, day: '2026-11-01', lines: [600] },
    { customer: customers.bar, person: gone.id, day: '2026-09-01', lines: [100] },
    { customer: customers.bar, person: ben.id, day: '2026-05-22', lines: [100] },
    { customer: customers.cafe, person: ana.id, day: '2026-05-23', lines: [100] },
    { customer: customers.cafe, person: ben.id, day: '2026-11-23', lines: [50] },
    { customer: customers.shop, day: '2026-06-01', lines: [50, -200] },
    { customer: customers.shop, day: '2025-11-23', lines: [5000] },
    { customer: customers.pool, person: ben.id, day: '2026-10-01', lines: [50] },
    { customer: customers.pool, day: '2026-10-01', lines: [7], currency: 'USD' },
    { customer: customers.pool, person: ana.id, day: '2026-12-01', lines: [9] },
  ])
})
afterAll(() => server.stop())

function intoTeam(name: string, person: string): Promise<string> {
  return asProgram(server, company, async (tx, changes) => {
    const id = newId()
    await tx.insertInto('team').values({ organization_id: company, id, name }).execute()
    const ofPerson = tx.updateTable('posting').set({ team_id: id }).where('person_id', '=', person)
    const post = await ofPerson.returning('id').executeTakeFirstOrThrow()
    changes.add('team', id)
    changes.add('posting', post.id)
    return id
  })
}

type Known = { total: unknown; one: unknown; alone: unknown; nobody: unknown }
type Page = {
  name: string | null
  whole: boolean
  since: string
  otherCurrencies: string[]
  exposure: { customers: Known; sales: Known | null }
  lacking: Record<string, number>
  parts: { kind: string; name: string; exposure: { customers: Known; sales: Known | null } }[]
}
async function look(who: Asker, query = ''): Promise<Page> {
  const answer = await who.ask('GET', `/api/coverage${query}`)
  expect(answer.status).toBe(200)
  return answer.body
}

describe('single-person risk', () => {
  test('of the company: who left knows nobody, old and future orders prove nothing, returns put nothing at risk', async () => {
    const page = await look(boss)
    expect(page).toMatchObject({ whole: true, since: '2026-05-23', otherCurrencies: ['USD'] })
    // Bar only Ana; Café both; Shop nobody; the pool's only Ben.
    expect(page.exposure.customers).toEqual({ total: 4, one: 2, alone: 2, nobody: 1 })
    expect(page.exposure.sales).toEqual({ total: '1000', one: '850', alone: '850', nobody: '0' })
    expect(page.lacking).toEqual({ backup: 2, sponsor: 1, channel: 3 })
  })

  test('of a team and a person: what they own or know, at risk where the one is theirs', async () => {
    const { parts } = await look(boss)
    expect(
      parts.map(({ kind, name, exposure }) => [kind, name, exposure.customers.total, exposure.sales?.one]),
    ).toEqual([
      ['team', 'North', 2, '800'],
      ['person', 'Ben', 3, '50'],
    ])
    const north = await look(boss, `?scope=team&id=${team}`)
    expect(north.exposure.sales).toMatchObject({ total: '950', one: '800' })
    expect(north.parts.map(({ name }) => name)).toEqual(['Ana'])
    const him = await look(boss, `?scope=person&id=${ben.id}`)
    expect(him).toMatchObject({ name: 'Ben', parts: [] })
    expect(him.exposure.customers).toEqual({ total: 3, one: 1, alone: 1, nobody: 1 })
  })

  test('a salesperson sees what is theirs', async () => {
    const page = await look(ben)
    expect(page.whole).toBe(false)
    expect(page.exposure.customers).toEqual({ total: 1, one: 0, alone: 0, nobody: 1 })
  })

  test('without any sales it is a share of customers', async () => {
    const other = await aCompany(server)
    const eva = await aPerson(server, other, 'Eva', ['principal'])
    expect((await look(eva)).exposure).toEqual({
      customers: { total: 0, one: 0, alone: 0, nobody: 0 },
      sales: null,
    })
    await aCustomer(eva, { owner: 'me' })
    expect((await look(eva)).exposure.sales).toBeNull()
  })

  test('of those who report to somebody, each by themselves', async () => {
    const { body } = await boss.ask('GET', '/api/coverage/people?reportsTo=nobody')
    const people = (body as { people: { id: string; exposure: Page['exposure'] }[] }).people
    expect(new Map(people.map(({ id, exposure }) => [id, exposure.customers.one]))).toEqual(
      new Map([
        [ana.id, 1],
        [ben.id, 1],
      ]),
    )
  })

  test.each(['?scope=team', '?scope=person&id=x', '?id=019a0000-0000-7000-8000-000000000000', '?scope=all'])(
    'bad questions are refused: %s',
    async (query) => {
      expect((await boss.ask('GET', `/api/coverage${query}`)).status).toBe(400)
    },
  )

  test('a team or person that is not there is not found', async () => {
    const { status } = await boss.ask('GET', `/api/coverage?scope=team&id=${ana.id}`)
    expect(status).toBe(404)
  })
})

describe('fix these first', () => {
  type Fixes = { total: number; fixes: { id: string; missing: string[]; sold: string | null }[] }
  const fixes = async (query = '') =>
    (await boss.ask('GET', `/api/coverage/fixes${query}`)).body as unknown as Fixes

  test('ordered by harm avoided, without the pool, in pages', async () => {
    const all = await fixes()
    expect(all.total).toBe(3)
    expect(all.fixes.map(({ id }) => id)).toEqual([customers.bar, customers.cafe, customers.shop])
    expect(all.fixes[0]).toMatchObject({
      missing: ['backup', 'sponsor', 'channel'],
      sold: '800',
      alone: true,
    })
    const second = await fixes('?size=1&page=2')
    expect(second.fixes.map(({ id }) => id)).toEqual([customers.cafe])
    expect((await fixes(`?scope=person&id=${ben.id}`)).fixes.map(({ id }) => id)).toEqual([
      customers.cafe,
      customers.shop,
    ])
  })

  test('a backup named: nothing is alone any more, while a role on paper knows nobody', async () => {
    const selection = { ids: [customers.bar] }
    await boss.ask('POST', '/api/customers/assign', {
      selection,
      role: 'backup',
      personId: ben.id,
      how: 'add',
    })
    const page = await look(boss)
    expect(page.exposure.sales).toEqual({ total: '1000', one: '850', alone: '50', nobody: '0' })
    expect(page.lacking).toMatchObject({ backup: 1 })
    expect((await fixes()).fixes.find(({ id }) => id === customers.bar)?.missing).toEqual([
      'sponsor',
      'channel',
    ])
  })
})

function add(who: Asker, ids: readonly string[], channel: Record<string, unknown>) {
  return who.ask('POST', '/api/customers/channels', { selection: { ids }, channel })
}

describe('channels', () => {
  const mailbox = { kind: 'shared-mailbox', value: 'orders@example.com' }

  test('two kinds reach a customer; a second number is no second channel', async () => {
    const one = [customers.cafe]
    expect((await add(ana, one, { kind: 'company-number', value: '+34 900 100 200' })).body).toEqual({
      matched: 1,
      added: 1,
    })
    await add(ana, one, { kind: 'company-number', value: '+34 900 100 201' })
    const covered = async () => (await ana.ask('GET', `/api/customers/${customers.cafe}/coverage`)).body
    expect(await covered()).toMatchObject({ missing: ['backup', 'channel'], knownBy: 2, mayChange: true })
    await add(ana, one, mailbox)
    expect((await add(ana, one, mailbox)).body).toEqual({ matched: 1, added: 0 })
    const { missing, channels } = (await covered()) as { missing: string[]; channels: { id: string }[] }
    expect(missing).toEqual(['backup'])
    expect(channels).toHaveLength(3)
    const gone = await ana.ask('DELETE', `/api/customers/${customers.cafe}/channels/${channels[2]?.id}`)
    expect(gone.status).toBe(200)
    expect(await covered()).toMatchObject({ missing: ['backup', 'channel'] })
  })

  test('many customers at once, and nobody else’s', async () => {
    const every = Object.values(customers)
    expect((await add(boss, every, { kind: 'portal', value: 'shop.example.com' })).body).toEqual({
      matched: 4,
      added: 4,
    })
    expect((await add(ben, [customers.bar], mailbox)).status).toBe(200)
    expect((await add(ana, [customers.shop], mailbox)).status).toBe(404)
    expect((await ana.ask('GET', `/api/customers/${customers.shop}/coverage`)).status).toBe(404)
  })

  test.each([
    [{ kind: 'shared-mailbox', value: 'no address' }, 422],
    [{ kind: 'company-number', value: 'call me' }, 422],
    [{ kind: 'pigeon', value: 'x' }, 422],
    [{ kind: 'portal', value: ' ' }, 422],
    [{ kind: 'portal', value: 'x', since: '2026-11-24' }, 409],
  ] as const)('what cannot be is refused: %o', async (channel, status) => {
    expect((await add(boss, [customers.bar], channel)).status).toBe(status)
  })
})

test('who knows a customer: everybody who ever dealt with it, and who still counts', async () => {
  const { body } = await boss.ask('GET', `/api/customers/${customers.bar}/coverage`)
  expect((body as { knowers: unknown[] }).knowers).toEqual([
    expect.objectContaining({
      name: 'Ana',
      firstDay: '2026-11-01',
      lastDay: '2026-11-01',
      kinds: ['order'],
      counts: true,
    }),
    expect.objectContaining({ name: 'Ben', lastDay: '2026-05-22', counts: false }),
  ])
})

test('what counts is the company’s to say', async () => {
  const { body } = await boss.ask('GET', '/api/company/coverage')
  const { settings, version } = body as { settings: object; version: number }
  expect(settings).toEqual({ months: 6, channels: 2 })
  const wanted = { settings: { months: 7, channels: 0 }, version }
  expect((await ana.ask('PUT', '/api/company/coverage', wanted)).status).toBe(403)
  expect((await boss.ask('PUT', '/api/company/coverage', wanted)).status).toBe(200)
  expect((await boss.ask('PUT', '/api/company/coverage', wanted)).status).toBe(409)
  const bad = { ...wanted, settings: { months: 0, channels: 9 } }
  expect((await boss.ask('PUT', '/api/company/coverage', bad)).status).toBe(422)
  const page = await look(boss)
  expect(page.since).toBe('2026-04-23')
  expect(page.exposure.customers).toMatchObject({ one: 1 })
  expect(page.lacking).toMatchObject({ channel: 0 })
})

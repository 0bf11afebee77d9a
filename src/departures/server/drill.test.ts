import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ownServer } from '../../../test/database.ts'
import { type Asker, type Server, aCompany, aPerson } from '../../../test/make.ts'
import { someOrders } from '../../../test/orders.ts'
import { aCustomer, asProgram, changeCustomer } from '../../../test/register.ts'

const now = new Date('2026-11-23T12:00:00Z')
let server: Server
let company: string
let boss: Asker
let ana: Asker
let ben: Asker
let eva: Asker
const customers: Record<'bar' | 'cafe' | 'shop', string> = { bar: '', cafe: '', shop: '' }

const at = (latitude: number) => ({ latitude, longitude: -3.7, located_by: 'pinned', accuracy_m: 10 })

/** Ana owns three: Bar only she knows, Café Ben knows too, Shop nobody; Eva serves next door to Bar, Ben far away. */
beforeAll(async () => {
  server = await ownServer({ now: () => now })
  company = await aCompany(server)
  boss = await aPerson(server, company, 'Boss', ['principal'])
  ana = await aPerson(server, company, 'Ana', ['salesperson'])
  ben = await aPerson(server, company, 'Ben', ['salesperson'])
  eva = await aPerson(server, company, 'Eva', ['salesperson'])
  await aPerson(server, company, 'Gone', ['salesperson'], { leftOn: '2026-10-01' })
  customers.bar = await aCustomer(ana, { name: 'Bar', code: 'BAR' })
  customers.cafe = await aCustomer(ana, { name: 'Café', code: 'CAFE' })
  customers.shop = await aCustomer(ana, { name: 'Shop', code: 'SHOP' })
  const near = await aCustomer(eva, { name: 'Near', code: 'NEAR' })
  const far = await aCustomer(ben, { name: 'Far', code: 'FAR' })
  await changeCustomer(server, company, customers.bar, { ...at(40.4), tier: 'A', completeness: 90 })
  await changeCustomer(server, company, customers.cafe, { ...at(40.41), tier: 'C', completeness: 40 })
  await changeCustomer(server, company, customers.shop, { tier: 'B', completeness: 80 })
  await changeCustomer(server, company, near, at(40.402))
  await changeCustomer(server, company, far, at(43.3))
  await someOrders(server, company, [
    { customer: customers.bar, person: ana.id, day: '2026-11-01', lines: [600] },
    { customer: customers.cafe, person: ana.id, day: '2026-11-02', lines: [100] },
    { customer: customers.cafe, person: ben.id, day: '2026-11-03', lines: [100] },
    { customer: customers.cafe, day: '2025-11-23', lines: [5000] },
  ])
})
afterAll(() => server.stop())

type Line = {
  id: string
  name: string
  onlyThem: boolean
  missing: string[]
  successor: { name: string } | null
  because: string[]
  fit: { kilometres: number | null; relation: string | null } | null
  second: { person: { name: string }; better: boolean } | null
}
type Told = {
  customers: number
  onlyThem: number
  sales: unknown
  hours: number
  score: number
  parts: { part: string; have: number; of: number; points: number }[]
  missing: Record<string, number | null>
  considered: number
  successors: { name: string; takes: number; hoursBefore: number; hoursAfter: number }[]
  broken: { person: { name: string }; limit: string; by: number }[]
  lines: Line[]
}

async function ask(who: Asker, body: unknown): Promise<Told> {
  const answer = await who.ask('POST', '/api/drills', body)
  expect(answer.status, JSON.stringify(answer.body)).toBe(200)
  return answer.body
}

describe('what if Ana left tomorrow', () => {
  test('what is at risk, of this year only, and what only she knows', async () => {
    const { status, body } = await boss.ask('GET', `/api/people/${ana.id}/drill`)
    expect(status).toBe(200)
    const told = body as Told
    expect(told).toMatchObject({ customers: 3, onlyThem: 1, sales: { total: '800', onlyThem: '600' } })
    expect(told.lines.map(({ name, onlyThem }) => [name, onlyThem])).toEqual([
      ['Bar', true],
      ['Café', false],
      ['Shop', false],
    ])
    // A weekly, B every two weeks, C every four, nine visits a day of eight hours.
    expect(told.hours).toBeCloseTo(((1 + 1 / 2 + 1 / 4) * 8) / 9)
  })

  test('who takes over, why, and who would have been next; nobody who has left', async () => {
    const { lines, considered, successors } = await ask(boss, { people: [ana.id] })
    const told = lines.map(({ name, successor, because, second }) => [
      name,
      successor?.name,
      because[0],
      second?.person.name,
    ])
    expect(told[0]).toEqual(['Bar', 'Eva', 'distance', 'Ben'])
    expect(told[1]).toEqual(['Café', 'Ben', 'relation', 'Eva'])
    expect(lines[0]?.fit?.kilometres).toBeCloseTo(0.22, 1)
    expect(considered).toBe(2)
    for (const { takes, hoursBefore, hoursAfter } of successors) {
      expect(takes).toBeGreaterThan(0)
      expect(hoursAfter).toBeGreaterThan(hoursBefore)
    }
  })

  test('what is missing once she is gone, and the score with parts that add up to it', async () => {
    const { missing, lines, score, parts } = await ask(boss, { people: [ana.id] })
    expect(missing).toEqual({ backup: 2, sponsor: 1, channel: 3, profile: 1, agreement: 1 })
    expect(lines[0]?.missing).toEqual(['backup', 'sponsor', 'channel'])
    expect(parts.map(({ part, have, of }) => [part, have, of])).toEqual([
      ['known', 0.25, 1],
      ['backups', 0, 2],
      ['channels', 0, 3],
      ['profiles', 2, 3],
      ['room', expect.closeTo(1.5556, 3), expect.closeTo(1.5556, 3)],
      ['agreements', 0, 1],
    ])
    expect(score).toBe(Math.round(35 * 0.25 + 15 * (2 / 3) + 10))
  })

  test('limits and fixed lines hold, and what nobody may take is named', async () => {
    const fixed = [{ customerId: customers.bar, personId: ben.id }]
    const held = await ask(boss, { people: [ana.id], fixed })
    expect(held.lines[0]).toMatchObject({ successor: { name: 'Ben' }, because: ['fixed'] })
    const without = await ask(boss, { people: [ana.id], without: [eva.id] })
    expect(new Set(without.lines.map(({ successor }) => successor?.name))).toEqual(new Set(['Ben']))
    expect(without.lines[0]?.because).toEqual(['only'])
    const onlyEva = await ask(boss, { people: [ana.id], tierAOnly: [eva.id], without: [eva.id] })
    expect(onlyEva.lines[0]).toMatchObject({ successor: null, because: ['nobody'] })
  })

  test('of several at once nobody takes over from the other, and a customer may be known to nobody who stays', async () => {
    const told = await ask(boss, { people: [ana.id, ben.id] })
    expect(told).toMatchObject({ customers: 4, onlyThem: 2, considered: 1 })
    expect(new Set(told.lines.map(({ successor }) => successor?.name))).toEqual(new Set(['Eva']))
  })

  test('a limit that can’t be kept is said with how much is missing', async () => {
    const before = await asProgram(server, company, async (tx, changes) => {
      const { settings } = await tx
        .selectFrom('organization')
        .select('settings')
        .where('id', '=', company)
        .executeTakeFirstOrThrow()
      await tx
        .updateTable('organization')
        .set({ settings: JSON.stringify({ pool: { claims: { holding: { all: 2 } } } }) })
        .where('id', '=', company)
        .execute()
      changes.add('organization', company)
      return settings
    })
    const { broken, successors } = await ask(boss, { people: [ana.id] })
    expect(successors.reduce((sum, { takes }) => sum + takes, 0)).toBe(3)
    expect(broken).toMatchObject([{ limit: 'all', by: 1 }])
    await asProgram(server, company, async (tx, changes) => {
      await tx
        .updateTable('organization')
        .set({ settings: JSON.stringify(before) })
        .where('id', '=', company)
        .execute()
      changes.add('organization', company)
    })
  })
})

test('it changes nothing', async () => {
  const head = () =>
    asProgram(server, company, (tx) =>
      tx
        .selectFrom('ledger_entry')
        .select((one) => one.fn.countAll().as('n'))
        .executeTakeFirstOrThrow(),
    )
  const before = await head()
  await ask(boss, { people: [ana.id] })
  expect(await head()).toEqual(before)
})

test('who may not hand customers over asks in vain, and so does who names nobody', async () => {
  expect((await ana.ask('GET', `/api/people/${ben.id}/drill`)).status).toBe(403)
  expect((await boss.ask('GET', `/api/people/${customers.bar}/drill`)).status).toBe(404)
  expect((await boss.ask('POST', '/api/drills', {})).status).toBe(422)
  expect((await boss.ask('POST', '/api/drills', { people: [ana.id, customers.bar] })).status).toBe(404)
})

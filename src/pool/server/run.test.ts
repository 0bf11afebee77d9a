import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { ownServer } from '../../../test/database.ts'
import { type Asker, type Server, aCompany, aPerson } from '../../../test/make.ts'
import { someOrders } from '../../../test/orders.ts'
import { ownedCustomers, setRules } from '../../../test/pool.ts'
import { poolSources } from '../../program/facts.ts'
import { checks } from '../../program/commands/verify.ts'
import { programActor } from '../../people/server/queries/actor.ts'
import { readAs } from '../../platform/server/database/transaction.ts'
import { addDays } from '../../values/calendar.ts'
import type { Day } from '../../values/day.ts'
import { asProgram } from '../../../test/register.ts'
import { runPool } from './commands/run-pool.ts'
import { returningSoon } from './queries/ahead.ts'
import { readPoolRules } from './queries/rules.ts'

let server: Server
let company: string
let principal: Asker
let manager: Asker
let ana: Asker
let today: Day
beforeAll(async () => {
  server = await ownServer({ now: () => new Date(`${today}T10:00:00Z`) })
})
afterAll(() => server.stop())
beforeEach(async () => {
  today = '2026-03-18' as Day
  company = await aCompany(server)
  principal = await aPerson(server, company, 'Carmen', ['principal'])
  manager = await aPerson(server, company, 'Mario', ['manager'], { managerId: principal.id })
  ana = await aPerson(server, company, 'Ana', ['salesperson'], { managerId: manager.id })
  await setRules(principal, {})
})

/** Owned by Ana since 1 January: announced from 18 March on, in the pool on 1 April. */
const quiet = (more: Record<string, unknown> = {}) =>
  ownedCustomers(server, company, [{ person: ana.id, since: '2026-01-01', ...more }])
const run = async (on: string) => {
  today = on as Day
  const done = await runPool(server.services, poolSources, company)
  return done === null ? null : { announced: done.announced.length, recycled: done.recycled.length }
}
const protectionOf = async (id = '', who = ana) => {
  const { body } = await who.ask('GET', `/api/customers/${id}/protection`)
  return (body as { protection: Record<string, unknown> }).protection
}
const toldTo = async (who: Asker) => {
  const { notices } = (await who.ask('GET', '/api/notices')).body as {
    notices: { kind: string; facts: object }[]
  }
  return notices.map(({ kind, facts }) => [kind, facts])
}
const ownerOf = async (id = '') => {
  const { body } = await principal.ask('GET', `/api/customers/${id}`)
  const { holders } = body as { holders: { role: string; cause: string; person: { name: string } | null }[] }
  const owner = holders.find(({ role }) => role === 'owner')
  return `${owner?.person?.name ?? 'pool'} ${owner?.cause}`
}
const isWhole = () =>
  readAs(server.services.db, programActor(company), async (tx) => {
    for (const check of checks) expect((await check.look(tx)).firstBad, check.name).toBeNull()
  })

test('the day of return stands in the owner’s calendar, one entry a day', async () => {
  for (const name of ['Uno', 'Dos']) await quiet({ name })
  await run('2026-03-18')
  const { address } = (await ana.ask('POST', '/api/me/calendar', {})).body as unknown as { address: string }
  const read = async () => (await server.app.request(new URL(address).pathname)).text()
  const calendar = (await read()).replaceAll('\r\n ', '')
  expect(calendar.match(/SUMMARY.*/g)).toHaveLength(1)
  expect(calendar).toMatch(/SUMMARY:2 clientes vuelven a la bolsa/)
  expect(calendar).toContain('DTSTART;VALUE=DATE:20260401')
  expect(calendar).toContain('/pool?view=returning')
})

test('announced in time, then in the pool; twice a day does nothing, and the ledger is whole', async () => {
  const [id] = await quiet()
  expect(await run('2026-03-17')).toEqual({ announced: 0, recycled: 0 })
  expect(await run('2026-03-18')).toEqual({ announced: 1, recycled: 0 })
  expect(await run('2026-03-18')).toBeNull()
  expect(await protectionOf(id)).toEqual({
    state: 'announced',
    announcedOn: '2026-03-18',
    returnsOn: '2026-04-01',
  })
  expect((await ana.ask('GET', '/api/pool/returning')).body).toMatchObject({
    total: 1,
    customers: [{ id, returnsOn: '2026-04-01', owner: { name: 'Ana' } }],
  })
  expect((await manager.ask('GET', '/api/pool/returning')).body).toMatchObject({ total: 1 })
  expect(await run('2026-03-31')).toEqual({ announced: 0, recycled: 0 })
  expect(await run('2026-04-01')).toEqual({ announced: 0, recycled: 1 })
  expect(await ownerOf(id)).toBe('pool recycled')
  expect(await run('2026-04-02')).toEqual({ announced: 0, recycled: 0 })
  expect(await toldTo(ana)).toEqual([
    ['customers-recycled', { count: 1 }],
    ['recycling-announced', { count: 1, on: '2026-04-01' }],
  ])
  expect(await toldTo(manager)).toEqual([
    ['customers-recycled-below', { count: 1 }],
    ['recycling-announced-below', { count: 1, on: '2026-04-01' }],
  ])
  expect((await ana.ask('GET', `/api/customers/${id}`)).status).toBe(404)
  await isWhole()
})

test('other programs hear of what went back, of a claim and of giving back: one event a batch', async () => {
  const hook = { url: 'https://example.com/hook', description: '', types: ['ownership.changed'] }
  expect((await principal.ask('POST', '/api/webhooks', hook)).status).toBe(200)
  const [id = ''] = await quiet()
  await run('2026-03-18')
  await run('2026-04-01')
  today = '2026-06-01' as Day
  expect((await ana.ask('POST', `/api/pool/${id}/claim`)).status).toBe(200)
  const back = { reason: 'Too far away' }
  expect((await ana.ask('POST', `/api/customers/${id}/give-back`, back)).status).toBe(200)
  const told = await readAs(server.services.db, programActor(company), async (tx) => {
    const { rows } = await sql<{ cause: string; ids: string[] }>`
      select data ->> 'cause' as cause, data -> 'customerIds' as ids from webhook_message order by id`.execute(
      tx,
    )
    return rows
  })
  expect(told).toEqual(['recycled', 'claim', 'released'].map((cause) => ({ cause, ids: [id] })))
})

test('two nodes at once make one run', async () => {
  const [id] = await quiet()
  await run('2026-03-18')
  today = '2026-04-01' as Day
  const done = await Promise.all([1, 2, 3].map(() => runPool(server.services, poolSources, company)))
  expect(done.filter((one) => one !== null)).toHaveLength(1)
  expect(await ownerOf(id)).toBe('pool recycled')
})

test('after weeks of standing still it is announced first', async () => {
  const [id] = await quiet()
  expect(await run('2026-06-10')).toEqual({ announced: 1, recycled: 0 })
  expect(await protectionOf(id)).toMatchObject({ returnsOn: '2026-06-24' })
  expect(await run('2026-07-30')).toEqual({ announced: 0, recycled: 1 })
})

test('an order keeps it, whoever took it; the next silence is announced anew', async () => {
  const [id = ''] = await quiet()
  await run('2026-03-18')
  await someOrders(server, company, [{ customer: id, day: '2026-03-20' }])
  expect(await run('2026-04-01')).toEqual({ announced: 0, recycled: 0 })
  expect(await protectionOf(id)).toEqual({
    state: 'protected',
    until: '2026-06-18',
    lastActivity: '2026-03-20',
  })
  expect((await ana.ask('GET', '/api/pool/returning')).body).toMatchObject({ total: 0 })
  expect(await run('2026-06-05')).toEqual({ announced: 1, recycled: 0 })
  expect(await run('2026-06-19')).toEqual({ announced: 0, recycled: 1 })
})

test('not while the outlet is closed for the season', async () => {
  const [id] = await quiet({ closures: JSON.stringify([{ from: '03-01', to: '03-31' }]) })
  expect(await run('2026-03-18')).toEqual({ announced: 0, recycled: 0 })
  expect(await protectionOf(id)).toEqual({ state: 'exempt', because: 'closed', until: '2026-04-01' })
  expect(await run('2026-04-17')).toEqual({ announced: 0, recycled: 0 })
  expect(await run('2026-04-18')).toEqual({ announced: 1, recycled: 0 })
})

test('not while somebody stands in for its owner, and the days of leave do not count', async () => {
  const [id] = await quiet()
  await run('2026-03-18')
  const cover = { selection: { ids: [id] }, personId: manager.id, from: '2026-03-20', to: '2026-04-08' }
  expect((await principal.ask('POST', '/api/ownership/covers', cover)).status).toBe(200)
  expect(await run('2026-04-01')).toEqual({ announced: 0, recycled: 0 })
  expect(await protectionOf(id)).toEqual({ state: 'exempt', because: 'leave', until: '2026-04-09' })
  expect(await run('2026-04-09')).toEqual({ announced: 1, recycled: 0 })
  expect(await protectionOf(id)).toMatchObject({ returnsOn: '2026-04-23' })
})

test('kept by hand until a day, and no longer when that is ended', async () => {
  const [id = ''] = await quiet()
  await run('2026-03-18')
  const keep = (who: Asker, until: string) =>
    who.ask('POST', `/api/customers/${id}/keep`, { until, reason: 'A big order is coming' })
  expect((await keep(ana, '2026-05-01')).status).toBe(403)
  expect((await keep(manager, '2026-01-01')).body).toMatchObject({ code: 'invalid-past' })
  expect((await keep(manager, '2028-01-01')).body).toMatchObject({ code: 'invalid-too-long' })
  const { body } = await keep(manager, '2026-05-01')
  expect(await protectionOf(id)).toEqual({ state: 'exempt', because: 'kept', until: '2026-05-02' })
  expect(await run('2026-04-01')).toEqual({ announced: 0, recycled: 0 })
  const end = () => manager.ask('POST', `/api/pool/keepings/${(body as { id: string }).id}/end`)
  expect((await end()).status).toBe(200)
  expect((await end()).status).toBe(404)
  // 18 March to 31 March didn't count: the clock goes on where it stood, and it is announced again.
  expect(await protectionOf(id)).toEqual({ state: 'announced', announcedOn: null, returnsOn: '2026-04-15' })
  const pages = (await ana.ask('GET', `/api/customers/${id}/protection`)).body as { locks: object[] }
  expect(pages.locks).toMatchObject([{ person: { name: 'Ana' }, setBy: 'Mario', liftedOn: '2026-04-01' }])
})

test('a tier that is left out, a company that has not switched it on, an owner who is new', async () => {
  const [a] = await quiet({ tier: 'A' })
  const [b] = await quiet({ tier: 'B' })
  await setRules(principal, { tiers: { A: { on: false, days: 90, announce: 14 } } })
  expect(await run('2026-03-18')).toEqual({ announced: 1, recycled: 0 })
  expect(await protectionOf(a)).toEqual({ state: 'unlimited' })
  const assign = { selection: { ids: [b] }, role: 'owner', personId: manager.id }
  expect((await principal.ask('POST', '/api/customers/assign', assign)).status).toBe(200)
  expect(await run('2026-04-01')).toEqual({ announced: 0, recycled: 0 })
  await setRules(principal, { recycling: false })
  expect(await run('2026-07-30')).toEqual({ announced: 0, recycled: 0 })
})

test('what other rules would do, beside what today’s do, is what then happens', async () => {
  await quiet({ tier: 'A' })
  const [later] = await quiet({ tier: 'B', since: '2026-01-20' })
  const { body: kept } = await principal.ask('GET', '/api/company/pool')
  const { rules } = kept as { rules: { tiers: Record<string, object> } }
  const sixty = Object.fromEntries(
    Object.keys(rules.tiers).map((tier) => [tier, { on: true, days: 60, announce: 14 }]),
  )
  const tried = { ...rules, tiers: sixty }
  today = '2026-03-17' as Day
  const { body } = await principal.ask('POST', '/api/pool/simulate', { rules: tried })
  expect(body).toMatchObject({
    tomorrow: '2026-03-18',
    last: '2026-04-16',
    now: { announcedTomorrow: 1, announced: 2, returnedTomorrow: 0, returned: 1 },
    tried: { announcedTomorrow: 2, announced: 2, returnedTomorrow: 0, returned: 2 },
    people: [{ person: { name: 'Ana' }, now: { returned: 1 }, tried: { returned: 2 } }],
  })
  expect((await ana.ask('POST', '/api/pool/simulate', { rules: tried })).status).toBe(403)
  await setRules(principal, { tiers: sixty as never })
  expect(await run('2026-03-18')).toEqual({ announced: 2, recycled: 0 })
  for (let day = today; day < '2026-04-16'; day = addDays(day, 1)) await run(addDays(day, 1))
  expect(await ownerOf(later)).toBe('pool recycled')
})

test('rules are the company’s to set, whole numbers within reason, and nobody overwrites another’s unseen', async () => {
  const { body } = await ana.ask('GET', '/api/company/pool')
  const { rules, version, mayChange } = body as {
    rules: { tiers: object }
    version: number
    mayChange: boolean
  }
  expect(mayChange).toBe(false)
  expect((await ana.ask('PUT', '/api/company/pool', { rules, version })).status).toBe(403)
  expect(
    (await principal.ask('PUT', '/api/company/pool', { rules, version: version - 1 })).body,
  ).toMatchObject({
    code: 'changed-meanwhile',
  })
  const odd = { ...rules, tiers: { ...rules.tiers, A: { on: true, days: 10, announce: 14 } } }
  expect((await principal.ask('PUT', '/api/company/pool', { rules: odd, version })).status).toBe(422)
})

test('of many that return soon the first are shown, and how many there are', async () => {
  await quiet()
  await quiet()
  await run('2026-03-18')
  const soon = await asProgram(server, company, async (tx) => {
    const { rules } = await readPoolRules(tx)
    return await returningSoon(tx, poolSources, { rules, today }, 1)
  })
  expect(soon.customers).toHaveLength(1)
  expect(soon.total).toBe(2)
})

import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { ownServer } from '../../../test/database.ts'
import { type Asker, type Server, aCompany, aPerson } from '../../../test/make.ts'
import { someOrders } from '../../../test/orders.ts'
import { ownedCustomers } from '../../../test/pool.ts'
import { asProgram } from '../../../test/register.ts'
import { newId } from '../../platform/server/uuid.ts'
import { keepTiers } from './commands/keep-tiers.ts'

let server: Server
let company: string
let principal: Asker
let ana: Asker
let today: string
beforeAll(async () => {
  server = await ownServer({ now: () => new Date(`${today}T10:00:00Z`) })
})
afterAll(() => server.stop())
beforeEach(async () => {
  today = '2026-03-18'
  company = await aCompany(server)
  principal = await aPerson(server, company, 'Carmen', ['principal'])
  ana = await aPerson(server, company, 'Ana', ['salesperson'], { managerId: principal.id })
})

type Preview = {
  digest: string
  moves: { code: string; before: string | null; after: string; because: string }[]
}
type Told = { kind: string; facts: Record<string, unknown> }
const preview = async (body: object = {}) =>
  (await principal.ask('POST', '/api/tiers/preview', body)).body as Preview
const compute = (body: object = {}) => principal.ask('POST', '/api/tiers/runs', body)
const undo = (id: string) => principal.ask('POST', `/api/tiers/runs/${id}/undo`)
const tierOf = async (id: string, who = principal) =>
  (await who.ask('GET', `/api/customers/${id}/tier`)).body as Record<string, unknown>
const toldTo = async (who: Asker) =>
  ((await who.ask('GET', '/api/notices')).body as { notices: Told[] }).notices.map(({ kind, facts }) => ({
    kind,
    facts,
  }))

/** Customers of Ana that bought for so much in January: 80, 15, 5 make A, B, C. */
async function sold(...amounts: number[]): Promise<string[]> {
  const customers = await ownedCustomers(
    server,
    company,
    amounts.map(() => ({ person: ana.id, since: '2026-01-01' })),
  )
  await someOrders(
    server,
    company,
    customers.map((customer, at) => ({ customer, day: '2026-01-10', lines: [amounts[at] ?? 0] })),
  )
  return customers
}

describe('computing the whole company', () => {
  test('what the preview said happens as one act, is told once a person, and is taken back whole', async () => {
    const customers = await sold(80, 15, 5)
    const seen = await preview()
    expect(seen).toMatchObject({
      customers: 3,
      salesMinor: '100',
      currency: 'EUR',
      from: '2025-03-19',
      asOf: '2026-03-18',
      now: { A: 0, B: 0, C: 0, none: 3 },
      after: { A: 1, B: 1, C: 1, none: 0 },
      moved: { up: 0, down: 0, first: 3 },
      unrated: [],
    })
    expect(seen.moves.map(({ before, after, because }) => [before, after, because])).toEqual([
      [null, 'A', 'first'],
      [null, 'B', 'first'],
      [null, 'C', 'first'],
    ])
    expect(await tierOf(customers[0] ?? '')).toMatchObject({ tier: null, standing: null })
    const { status, body } = await compute({ digest: seen.digest })
    expect([status, body]).toMatchObject([200, { asOf: '2026-03-18', customers: 3, moved: 3 }])
    const run = (body as { id: string }).id
    expect(await tierOf(customers[1] ?? '')).toMatchObject({
      tier: 'B',
      by: 'computed',
      nextOn: '2026-04-01',
      standing: { base: 'B', salesMinor: '15', cumulativePpm: 950_000, rank: 2, customers: 3, months: 12 },
    })
    expect(await toldTo(ana)).toContainEqual({ kind: 'tiers-computed', facts: { count: 3, up: 0, down: 0 } })
    const moves = await ana.ask('GET', `/api/tiers/runs/${run}/moves`)
    expect(moves.body).toMatchObject({ total: 3, currency: 'EUR' })
    const batch = await principal.ask('GET', `/api/customers?batch=${run}`)
    expect((batch.body as { total: number }).total).toBe(3)
    const again = await compute()
    expect(again.body).toMatchObject({ moved: 0 })
    expect((await undo(run)).body).toEqual({ id: run, restored: 3 })
    expect(await tierOf(customers[1] ?? '')).toMatchObject({ tier: null, by: null })
    expect(await undo(run)).toMatchObject({ status: 409, body: { code: 'already-undone' } })
    const timeline = await principal.ask('GET', `/api/customers/${customers[0]}/timeline?kind=tier`)
    const entries = (timeline.body as { entries: { cause: string; changes: unknown }[] }).entries
    expect(entries.map(({ cause }) => cause)).toEqual(['tiers-undone', 'tiers-computed'])
    expect(entries[1]?.changes).toContainEqual({ field: 'tier', from: null, to: 'A' })
  })

  test('refused when it would do something else than what was looked at', async () => {
    const [first = ''] = await sold(80, 15, 5)
    const { digest } = await preview()
    await someOrders(server, company, [{ customer: first, day: '2026-02-01', lines: [900] }])
    expect(await compute({ digest })).toMatchObject({ status: 409, body: { code: 'changed-since' } })
  })

  test('only the latest that moved somebody is taken back, and hysteresis goes on from before it', async () => {
    const [, second = ''] = await sold(80, 15, 5)
    const first = ((await compute()).body as { id: string }).id
    // Begins at 79 points now: within the two points it stays B.
    await someOrders(server, company, [{ customer: second, day: '2026-02-01', lines: [2] }])
    expect((await compute()).body).toMatchObject({ moved: 0 })
    await someOrders(server, company, [{ customer: second, day: '2026-02-02', lines: [30] }])
    const later = (await compute()).body as { id: string; moved: number }
    expect(later.moved).toBe(1)
    expect(await tierOf(second)).toMatchObject({ tier: 'A' })
    expect(await undo(first)).toMatchObject({ status: 409, body: { code: 'recorded-later' } })
    expect((await undo(later.id)).body).toMatchObject({ restored: 1 })
    expect((await undo(first)).body).toMatchObject({ restored: 3 })
  })

  test('what was set by hand stays, and taking back leaves what somebody set since', async () => {
    const [first = '', second = ''] = await sold(80, 15, 5)
    await principal.ask('PUT', `/api/customers/${first}/tier`, { tier: 'C', reason: 'Closes soon' })
    const run = (await compute()).body as { id: string; moved: number }
    expect(run.moved).toBe(2)
    expect(await tierOf(first)).toMatchObject({
      tier: 'C',
      by: 'hand',
      reason: 'Closes soon',
      setBy: 'Carmen',
      standing: { base: 'A' },
    })
    await principal.ask('PUT', `/api/customers/${second}/tier`, { tier: 'A', reason: 'Grows' })
    expect((await undo(run.id)).body).toMatchObject({ restored: 1 })
    expect(await tierOf(second)).toMatchObject({ tier: 'A', by: 'hand' })
  })

  test('returns count against sales, other months not at all', async () => {
    const [first = '', second = '', third = ''] = await sold(80, 15, 5)
    await someOrders(server, company, [
      { customer: first, day: '2026-02-01', lines: [-78] },
      { customer: third, day: '2025-03-18', lines: [9000] },
      { customer: third, day: '2026-03-19', lines: [9000] },
    ])
    const { moves } = await preview()
    const after = new Map(moves.map((move) => [(move as unknown as { id: string }).id, move.after]))
    expect([first, second, third].map((id) => after.get(id))).toEqual(['B', 'A', 'A'])
  })

  test('without a rate it says so and computes nothing; with one of the day it counts', async () => {
    const [first = '', , third = ''] = await sold(80, 15, 5)
    await someOrders(server, company, [
      { customer: third, day: '2026-02-10', lines: [10_000], currency: 'JPY' },
    ])
    expect(await preview()).toMatchObject({
      salesMinor: '100',
      unrated: [{ currency: 'JPY', orders: 1, minor: '10000', from: '2026-02-10', to: '2026-02-10' }],
    })
    expect(await compute()).toMatchObject({
      status: 409,
      body: { code: 'no-rate', facts: { currency: 'JPY', day: '2026-02-10' } },
    })
    await asProgram(server, company, async (tx, changes) => {
      const id = newId()
      const rate = { organization_id: company, id, currency: 'JPY', day: '2026-02-01', rate: '0.006' }
      await tx.insertInto('exchange_rate').values(rate).execute()
      changes.add('exchange_rate', id)
    })
    expect((await compute()).body).toMatchObject({ moved: 3 })
    expect(await tierOf(third)).toMatchObject({ tier: 'A', standing: { salesMinor: '6005', rank: 1 } })
    expect(await tierOf(first)).toMatchObject({ tier: 'C' })
  })

  test('nothing sold: nothing to say', async () => {
    expect(await principal.ask('POST', '/api/tiers/preview', {})).toMatchObject({
      status: 409,
      body: { code: 'no-sales' },
    })
  })

  test('a salesperson neither looks nor computes', async () => {
    await sold(80, 15, 5)
    for (const path of ['preview', 'runs'])
      expect((await ana.ask('POST', `/api/tiers/${path}`, {})).status).toBe(403)
  })
})

describe('one customer', () => {
  test('moved a step for its potential, given back, moved down for its risk', async () => {
    const [, second = ''] = await sold(80, 15, 5)
    await compute()
    const put = (shift: number, reason?: string) =>
      ana.ask('PUT', `/api/customers/${second}/tier/computed`, {
        shift,
        ...(reason === undefined ? {} : { reason }),
      })
    expect((await put(1)).status).toBe(422)
    expect((await put(1, 'Opens three more shops')).status).toBe(200)
    expect(await tierOf(second)).toMatchObject({
      tier: 'A',
      by: 'computed',
      shift: 1,
      shiftReason: 'Opens three more shops',
    })
    expect((await compute()).body).toMatchObject({ moved: 0 })
    await principal.ask('PUT', `/api/customers/${second}/tier`, { tier: 'C', reason: 'Closes soon' })
    expect(await tierOf(second)).toMatchObject({ tier: 'C', by: 'hand', shift: 0 })
    await put(-1, 'Pays late')
    expect(await tierOf(second)).toMatchObject({
      tier: 'C',
      by: 'computed',
      shift: -1,
      standing: { base: 'B' },
    })
    await put(0)
    expect(await tierOf(second)).toMatchObject({ tier: 'B', by: 'computed', shift: 0, reason: null })
  })

  test('a change of many sets it by hand, and its undo gives it back', async () => {
    const [, second = ''] = await sold(80, 15, 5)
    await compute()
    const edit = await principal.ask('POST', '/api/customers/edit', {
      selection: { ids: [second] },
      tier: 'A',
      reason: 'Fair',
    })
    expect(edit.status).toBe(200)
    expect(await tierOf(second)).toMatchObject({ tier: 'A', by: 'hand' })
    const { batchId } = edit.body as { batchId: string }
    await principal.ask('POST', `/api/customers/edit/${batchId}/undo`)
    expect(await tierOf(second)).toMatchObject({ tier: 'B', by: 'computed' })
  })
})

describe('by itself', () => {
  test('once a quarter, for the quarter that ended, and not again after it was taken back', async () => {
    await sold(80, 15, 5)
    expect(await keepTiers(server.services, company)).toBeNull()
    today = '2026-04-03'
    const run = await keepTiers(server.services, company)
    expect(run).toMatchObject({ asOf: '2026-03-31', moved: 3 })
    expect(await keepTiers(server.services, company)).toBeNull()
    await undo(run?.id ?? '')
    expect(await keepTiers(server.services, company)).toBeNull()
    today = '2026-07-01'
    expect(await keepTiers(server.services, company)).toMatchObject({ asOf: '2026-06-30' })
  })

  test('never when the company says so', async () => {
    await sold(80, 15, 5)
    const { rules, version } = (await principal.ask('GET', '/api/company/tiers')).body as {
      rules: object
      version: number
    }
    const put = (more: object) =>
      principal.ask('PUT', '/api/company/tiers', { rules: { ...rules, ...more }, version })
    expect((await put({ a: 95 })).status).toBe(422)
    expect((await put({ every: 'never' })).body).toMatchObject({ rules: { every: 'never' }, nextOn: null })
    expect((await put({ every: 'month' })).status).toBe(409)
    today = '2026-04-03'
    expect(await keepTiers(server.services, company)).toBeNull()
  })

  test('for want of a rate those who may compute are told once', async () => {
    const [first = ''] = await sold(80, 15, 5)
    await someOrders(server, company, [{ customer: first, day: '2026-02-10', currency: 'USD' }])
    today = '2026-04-03'
    expect(await keepTiers(server.services, company)).toBeNull()
    expect(await keepTiers(server.services, company)).toBeNull()
    expect(await toldTo(principal)).toEqual([
      { kind: 'tiers-not-computed', facts: { currency: 'USD', day: '2026-02-10' } },
    ])
  })
})

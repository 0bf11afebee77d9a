import * as fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { ownServer } from '../../../test/database.ts'
import { someDueFacts } from '../../../test/due-facts.ts'
import { type Asker, type Server, aCompany, aPerson } from '../../../test/make.ts'
import { ownedCustomers } from '../../../test/pool.ts'
import { changeCustomer } from '../../../test/register.ts'
import { madeVisits } from '../../../test/made-visits.ts'
import { programActor } from '../../people/server/queries/actor.ts'
import { readAs } from '../../platform/server/database/transaction.ts'
import { addDays } from '../../values/calendar.ts'
import { type Day, dayFromNumber } from '../../values/day.ts'
import { dueOf } from '../due.ts'

let server: Server
let company: string
let principal: Asker
let mario: Asker
let ana: Asker
/** A Friday. */
let today: Day
beforeAll(async () => {
  server = await ownServer({ now: () => new Date(`${today}T10:00:00Z`) })
})
afterAll(() => server.stop())
beforeEach(async () => {
  today = '2026-03-20' as Day
  company = await aCompany(server)
  principal = await aPerson(server, company, 'Carmen', ['principal'])
  mario = await aPerson(server, company, 'Mario', ['manager'], { managerId: principal.id })
  ana = await aPerson(server, company, 'Ana', ['salesperson'], { managerId: mario.id })
})

const owned = (rows: readonly Record<string, unknown>[]) =>
  ownedCustomers(
    server,
    company,
    rows.map((row) => ({ person: ana.id, since: '2026-01-01', ...row })),
  )
type Page = {
  total: number
  overdue: number
  customers: {
    id: string
    name: string
    dueOn: string
    visitOn: string
    late: number
    others: { name: string }[]
  }[]
  loads: { needed: number; asked: number; missing: number; capacity: number; stretched: object[] }[]
}
const due = async (who: Asker, query = '') => (await who.ask('GET', `/api/visits/due?${query}`)).body as Page
const said = (page: Page) => page.customers.map(({ name, visitOn, late }) => `${name} ${visitOn} ${late}`)
const hours = (...days: number[]) => JSON.stringify(days.map((day) => ({ day, from: '09:00', to: '14:00' })))

test('who is due, in order of harm avoided; closed outlets never are', async () => {
  const ids = await owned([
    { name: 'A fresh', tier: 'A' },
    { name: 'A late', tier: 'A' },
    { name: 'B late', tier: 'B' },
    { name: 'C fine', tier: 'C' },
    { name: 'Never', tier: null, since: '2026-02-18' },
    { name: 'Closed for good', tier: 'A', status: 'closed' },
    { name: 'In its closure', tier: 'A', closures: JSON.stringify([{ from: '03-10', to: '03-31' }]) },
    { name: 'Shut on Fridays', tier: 'A', opening_hours: hours(1, 2) },
    { name: 'Nobody met', tier: 'A' },
  ])
  const [fresh, late, b, c, , gone, closed, shut, nobody] = ids
  await madeVisits(server, company, [
    { customer: fresh ?? '', person: ana.id, on: '2026-03-16' },
    { customer: late ?? '', person: ana.id, on: '2026-03-02' },
    { customer: late ?? '', person: mario.id, on: '2026-02-02' },
    { customer: b ?? '', person: ana.id, on: '2026-03-01' },
    { customer: c ?? '', person: ana.id, on: '2026-03-01' },
    ...[gone, closed, shut].map((customer = '') => ({ customer, person: ana.id, on: '2026-03-02' })),
    { customer: nobody ?? '', person: ana.id, on: '2026-03-12' },
    { customer: nobody ?? '', person: ana.id, on: '2026-03-18', outcome: 'nobody-there' },
  ])
  const now = await due(ana)
  expect(said(now)).toEqual([
    'A late 2026-03-20 11',
    'Nobody met 2026-03-20 1',
    'B late 2026-03-20 5',
    'Never 2026-03-20 2',
  ])
  expect(now).toMatchObject({ total: 4, overdue: 4 })
  expect(now.customers[0]?.others.map(({ name }) => name)).toEqual(['Mario'])
  const soon = await due(ana, 'until=2026-04-01')
  expect(soon.customers.map(({ name }) => name)).toContain('In its closure')
  expect(said(soon)).toContain('Shut on Fridays 2026-03-23 11')
  expect(soon.customers.map(({ name }) => name)).not.toContain('Closed for good')
  expect((await due(mario)).total).toBe(0)
  expect((await due(mario, 'scope=team')).total).toBe(4)
  expect((await due(principal, 'scope=all&size=1')).customers).toHaveLength(1)
  const stranger = await aPerson(server, company, 'Eva', ['salesperson'])
  expect((await stranger.ask('GET', `/api/visits/due?person=${ana.id}`)).status).toBe(403)
})

test('whoever stands in has the due list, and the owner has not', async () => {
  const [id] = await owned([{ name: 'Late', tier: 'A' }])
  const luis = await aPerson(server, company, 'Luis', ['salesperson'], { managerId: mario.id })
  const cover = { selection: { ids: [id] }, personId: luis.id, from: '2026-03-20', to: '2026-04-08' }
  expect((await principal.ask('POST', '/api/ownership/covers', cover)).status).toBe(200)
  expect([(await due(ana)).total, (await due(luis)).total]).toEqual([0, 1])
})

const alike = (count: number, tier: string) =>
  Array.from({ length: count }, (_, n) => ({ name: `${tier}${n}`, tier }))

test('the cadence is stretched to what a person can do, and what is missing is said', async () => {
  await owned([...alike(4, 'A'), ...alike(8, 'C')])
  const capacity = { visitsADay: 1, workdays: [1, 2, 3, 4, 5], base: null }
  expect((await ana.ask('PUT', `/api/people/${ana.id}/visit-capacity`, capacity)).body).toMatchObject({
    needed: 6,
    asked: 5,
    capacity: 5,
    missing: 0,
    stretched: [{ tier: 'C', weeks: 8, instead: 4 }],
  })
  const stranger = await aPerson(server, company, 'Eva', ['salesperson'])
  expect((await stranger.ask('PUT', `/api/people/${ana.id}/visit-capacity`, capacity)).status).toBe(403)
  const less = { ...capacity, workdays: [1] }
  expect((await mario.ask('PUT', `/api/people/${ana.id}/visit-capacity`, less)).body).toMatchObject({
    stretched: [{ tier: 'C', weeks: 12, instead: 4 }],
    missing: 4 + 8 / 12 - 1,
  })
  const { loads } = (await mario.ask('GET', '/api/visits/load')).body as Page
  expect(loads).toMatchObject([{ person: { name: 'Ana' }, customers: 12 }])
})

test('said of one customer by hand, with a reason; 0 is by hand only; null follows the tier again', async () => {
  const [id = ''] = await owned([{ name: 'Key', tier: 'C', since: '2026-03-01' }])
  const set = (weeks: number | null, reason = '') =>
    ana.ask('PUT', `/api/customers/${id}/cadence`, { weeks, reason })
  expect((await set(2)).status).toBe(422)
  expect((await set(2, 'A new freezer')).body).toMatchObject({
    weeks: 2,
    holds: 2,
    wanted: 4,
    dueOn: '2026-03-15',
    late: 5,
  })
  expect((await due(ana)).total).toBe(1)
  expect((await set(0, 'Only by phone')).body).toMatchObject({ holds: null, dueOn: null })
  expect((await due(ana, 'until=2026-12-31')).total).toBe(0)
  expect((await set(null)).body).toMatchObject({ weeks: null, reason: null, holds: 4, dueOn: '2026-03-29' })
  await changeCustomer(server, company, id, { status: 'closed' })
  expect((await ana.ask('GET', `/api/customers/${id}/cadence`)).body).toMatchObject({
    dueOn: null,
    mayChange: false,
  })
})

test('what other rules would ask, changing nothing; rules are the company’s to set', async () => {
  await owned(Array.from({ length: 10 }, (_, n) => ({ name: `B${n}`, tier: 'B' })))
  const { rules, version } = (await ana.ask('GET', '/api/company/cadence')).body as {
    rules: { tiers: Record<string, object> }
    version: number
  }
  const tried = { ...rules, tiers: { ...rules.tiers, B: { on: true, weeks: 1, longest: 1 } } }
  expect((await principal.ask('POST', '/api/company/cadence/try', { rules: tried })).body).toMatchObject({
    now: { needed: 5, missing: 0 },
    tried: { needed: 10, missing: 0 },
  })
  expect((await ana.ask('POST', '/api/company/cadence/try', { rules: tried })).status).toBe(403)
  expect((await ana.ask('PUT', '/api/company/cadence', { rules: tried, version })).status).toBe(403)
  const odd = { ...rules, tiers: { ...rules.tiers, B: { on: true, weeks: 3, longest: 2 } } }
  expect((await principal.ask('PUT', '/api/company/cadence', { rules: odd, version })).status).toBe(422)
  expect((await principal.ask('PUT', '/api/company/cadence', { rules: tried, version })).status).toBe(200)
  expect((await principal.ask('PUT', '/api/company/cadence', { rules, version })).body).toMatchObject({
    code: 'changed-meanwhile',
  })
})

test('the database says when a visit is due as the rule does', async () => {
  await fc.assert(
    fc.asyncProperty(
      someDueFacts,
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 20_000, max: 21_500 }).map(dayFromNumber),
      async (facts, weeks, day) => {
        const wanted = addDays(facts.lastVisit ?? facts.since, weeks * 7)
        const opening = facts.weekdays.length === 0 ? null : hours(...facts.weekdays)
        const weekdays = facts.weekdays.length === 0 ? [1, 2, 3, 4, 5, 6, 7] : facts.weekdays
        const { rows } = await readAs(server.services.db, programActor(company), (tx) =>
          sql<{ due_on: string | null; visit_on: string | null; late: number | null }>`
            select due_on::text, visit_on::text, late from app.visit_due(${wanted}::date,
              ${JSON.stringify(facts.closures)}::jsonb, ${opening}::jsonb, null, ${day}::date)`.execute(tx),
        )
        const rule = dueOf({ ...facts, active: true, weekdays }, weeks, day)
        expect(rows[0]).toEqual({
          due_on: rule?.dueOn ?? null,
          visit_on: rule?.visitOn ?? null,
          late: rule?.late ?? null,
        })
      },
    ),
    { numRuns: 150 },
  )
})

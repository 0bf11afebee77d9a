import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { ownServer } from '../../../test/database.ts'
import { type Asker, type Server, aCompany, aPerson } from '../../../test/make.ts'
import { ownedCustomers } from '../../../test/pool.ts'
import { changeCustomer } from '../../../test/register.ts'
import { madeVisits } from '../../../test/made-visits.ts'
import type { WeekPlan } from '../schema/plan.ts'

let server: Server
let company: string
let mario: Asker
let ana: Asker
/** A Monday. */
const today = '2026-03-16'
beforeAll(async () => {
  server = await ownServer({ now: () => new Date(`${today}T10:00:00Z`) })
})
afterAll(() => server.stop())
beforeEach(async () => {
  company = await aCompany(server)
  mario = await aPerson(server, company, 'Mario', ['manager'])
  ana = await aPerson(server, company, 'Ana', ['salesperson'], { managerId: mario.id })
})

const owned = (rows: readonly Record<string, unknown>[]) =>
  ownedCustomers(
    server,
    company,
    rows.map((row, index) => ({
      person: ana.id,
      since: '2026-01-01',
      latitude: 40.4 + index / 100,
      longitude: -3.7,
      accuracy_m: 10,
      located_by: 'file',
      ...row,
    })),
  )
const plan = async (who: Asker, query = '') =>
  (await who.ask('GET', `/api/visits/plan?${query}`)).body as WeekPlan
const hours = (...days: number[]) => JSON.stringify(days.map((day) => ({ day, from: '09:00', to: '14:00' })))
/** The proposal of a week as what is sent to save it. */
const asProposed = ({ person, from, visits, proposal }: WeekPlan) => ({
  personId: person.id,
  from,
  seen: visits.map(({ id, version }) => ({ id, version })),
  days: proposal.days.map(({ day, customers }) => ({
    day,
    stops: customers.map((customerId) => ({
      visitId: visits.find(({ customer, on }) => customer.id === customerId && on === day)?.id ?? null,
      customerId,
      reason: 'cadence',
    })),
  })),
})
const save = (who: Asker, body: object) => who.ask('PUT', '/api/visits/plan', body)
const names = (week: WeekPlan) =>
  week.proposal.days.map(({ customers }) =>
    customers.map((id) => week.due.find((one) => one.customer.id === id)?.customer.name),
  )

test('a week is proposed within what fits and when outlets are open, and nobody is dropped silently', async () => {
  await ana.ask('PUT', `/api/people/${ana.id}/visit-capacity`, {
    visitsADay: 1,
    workdays: [1, 2, 3],
    base: null,
  })
  await owned([
    { name: 'B2', tier: 'B' },
    { name: 'A Tuesdays', tier: 'A', opening_hours: hours(2) },
    { name: 'A Mondays', tier: 'A', visit_hours: hours(1) },
    { name: 'A closed', tier: 'A', closures: JSON.stringify([{ from: '03-10', to: '03-31' }]) },
    { name: 'A nowhere', tier: 'A', latitude: null, longitude: null, accuracy_m: null, located_by: null },
    { name: 'B1', tier: 'B' },
  ])
  const week = await plan(ana)
  expect([week.from, week.to, week.workdays]).toEqual([
    '2026-03-16',
    '2026-03-22',
    ['2026-03-16', '2026-03-17', '2026-03-18'],
  ])
  expect(names(week)).toEqual([['A Mondays'], ['A Tuesdays'], ['B1']])
  const name = (id: string) => week.due.find((one) => one.customer.id === id)?.customer.name
  expect([week.proposal.left.map(name), week.proposal.unplaced.map(name)]).toEqual([['B2'], ['A nowhere']])
  expect(week.due.map(({ customer }) => customer.name)).not.toContain('A closed')
})

test('saved in one go, moved, and taken back', async () => {
  await owned([
    { name: 'Sol', tier: 'A' },
    { name: 'Luna', tier: 'A' },
  ])
  const week = await plan(ana)
  const first = await save(ana, asProposed(week))
  expect(first.body).toMatchObject({ added: 2, moved: 0, removed: 0 })
  const saved = await plan(ana)
  expect(saved.visits.map(({ reason, made }) => [reason, made])).toEqual([
    ['cadence', false],
    ['cadence', false],
  ])
  expect(saved.due).toEqual([])
  expect((await save(ana, asProposed(week))).body).toMatchObject({ code: 'plan-changed' })
  expect((await save(ana, asProposed(saved))).body).toMatchObject({ code: 'nothing-changed' })
  const [sol, luna] = saved.visits
  const edited = {
    ...asProposed(saved),
    days: [
      { day: '2026-03-19', stops: [{ visitId: sol?.id, customerId: sol?.customer.id, reason: 'cadence' }] },
    ],
  }
  const second = await save(mario, edited)
  expect(second.body).toMatchObject({ added: 0, moved: 1, removed: 1 })
  expect((await plan(ana)).visits).toMatchObject([{ id: sol?.id, on: '2026-03-19', position: 0 }])
  const undo = (body: never) =>
    ana.ask('POST', `/api/visits/plans/${(body as { planId: string }).planId}/undo`)
  expect((await undo(first.body)).body).toMatchObject({ code: 'plan-changed' })
  expect((await undo(second.body)).body).toMatchObject({ visits: 2 })
  expect(new Set((await plan(ana)).visits.map(({ id }) => id))).toEqual(new Set([sol?.id, luna?.id]))
  expect((await undo(second.body)).status).toBe(404)
})

test('refused with the reason when the world changed, and then nothing is saved', async () => {
  const [sol = '', luna = ''] = await owned([
    { name: 'Sol', tier: 'A' },
    { name: 'Luna', tier: 'A' },
  ])
  const sent = asProposed(await plan(ana))
  await changeCustomer(server, company, sol, { status: 'closed' })
  expect((await save(ana, sent)).body).toMatchObject({ code: 'plan-not-active', facts: { name: 'Sol' } })
  await changeCustomer(server, company, sol, {
    status: 'active',
    closures: JSON.stringify([{ from: '03-01', to: '03-31' }]),
  })
  expect((await save(ana, sent)).body).toMatchObject({ code: 'plan-closed' })
  await changeCustomer(server, company, sol, { closures: null, opening_hours: hours(7) })
  expect((await save(ana, sent)).body).toMatchObject({ code: 'plan-shut' })
  await changeCustomer(server, company, sol, { opening_hours: null })
  await madeVisits(server, company, [{ customer: luna, person: mario.id, on: today }])
  const twice = {
    ...sent,
    days: [{ day: today, stops: [{ visitId: null, customerId: luna, reason: 'hand' }] }],
  }
  expect((await save(ana, twice)).body).toMatchObject({ code: 'plan-twice' })
  expect((await plan(ana)).visits).toEqual([])
  const eva = await aPerson(server, company, 'Eva', ['salesperson'])
  expect((await save(eva, sent)).status).toBe(409)
  expect((await eva.ask('GET', `/api/visits/plan?person=${ana.id}`)).status).toBe(403)
  const own = { ...sent, personId: eva.id }
  expect((await save(eva, own)).status).toBe(404)
})

test('one visit in four to an A is somebody else’s: proposed with the reason, and saved for them', async () => {
  const [sol = ''] = await owned([{ name: 'Sol', tier: 'A' }])
  await madeVisits(
    server,
    company,
    ['2026-02-16', '2026-02-23', '2026-03-02'].map((on) => ({ customer: sol, person: ana.id, on })),
  )
  const week = await plan(ana)
  expect(week.due).toMatchObject([
    { otherShare: 0, visitor: { person: { name: 'Mario' }, through: 'manager', because: 'one-in-four' } },
  ])
  expect(week.proposal.days.every(({ customers }) => customers.length === 0)).toBe(true)
  const other = { customerId: sol, personId: mario.id, day: '2026-03-18', reason: 'other-person' }
  const eva = await aPerson(server, company, 'Eva', ['salesperson'])
  const stranger = { ...asProposed(week), others: [{ ...other, personId: eva.id }] }
  expect((await save(ana, stranger)).body).toMatchObject({ code: 'plan-no-other' })
  expect((await save(ana, { ...asProposed(week), others: [other] })).body).toMatchObject({ added: 1 })
  expect((await plan(mario)).visits).toMatchObject([
    { customer: { name: 'Sol' }, reason: 'other-person', on: '2026-03-18' },
  ])
  const { notices } = (await mario.ask('GET', '/api/notices')).body as { notices: { kind: string }[] }
  expect(notices.map(({ kind }) => kind)).toContain('visit-planned')
  expect((await plan(ana)).due).toEqual([])
})

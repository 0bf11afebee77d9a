import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ownServer } from '../../../test/database.ts'
import { type Asker, type Server, aCompany, aPerson } from '../../../test/make.ts'
import { aCustomer } from '../../../test/register.ts'
import { newId } from '../../platform/server/uuid.ts'
import { addDays } from '../../values/calendar.ts'
import type { Day } from '../../values/day.ts'
import type { Visit, VisitInBrief } from '../schema/visit.ts'

let server: Server
let now = new Date('2026-05-04T09:00:00Z')
let carmen: Asker
let ana: Asker
let bea: Asker
let zoe: Asker
let shop: string
const today = '2026-05-04' as Day
const place = { latitude: 40.4168, longitude: -3.7038, accuracyM: 8, locatedBy: 'pinned' }
const here = { latitude: 40.4168, longitude: -3.7038, accuracyM: 12 }
const far = { latitude: 40.45, longitude: -3.7038, accuracyM: 12 }

beforeAll(async () => {
  server = await ownServer({ now: () => now })
  const company = await aCompany(server)
  carmen = await aPerson(server, company, 'Carmen', ['principal'])
  const marta = await aPerson(server, company, 'Marta', ['manager'], { managerId: carmen.id })
  ana = await aPerson(server, company, 'Ana', ['salesperson'], { managerId: marta.id })
  bea = await aPerson(server, company, 'Bea', ['salesperson'], { managerId: marta.id })
  zoe = await aPerson(server, company, 'Zoe', ['hr'])
  shop = await aCustomer(ana, { name: 'Bar Sol', location: place })
})
afterAll(() => server.stop())

const plan = (who: Asker, more: Record<string, unknown> = {}) =>
  who.ask('POST', '/api/visits', { id: newId(), customerId: shop, plannedOn: today, ...more })
async function planned(who: Asker, more: Record<string, unknown> = {}): Promise<Visit> {
  const made = await plan(who, more)
  expect(made.status).toBe(200)
  return made.body as unknown as Visit
}
const on = async (who: Asker, visit: { id: string }, what: string, body: unknown = {}) => {
  const answer = await who.ask('POST', `/api/visits/${visit.id}/${what}`, body)
  return {
    status: answer.status,
    visit: answer.body as unknown as Visit,
    code: (answer.body as { code?: string }).code,
  }
}

describe('a visit from plan to check-out', () => {
  test('keeps both times, the verdict of the fence, tasks, note and next step', async () => {
    const taskId = newId()
    const visit = await planned(ana, {
      plannedAt: '10:30',
      minutes: 30,
      purpose: 'New prices',
      tasks: [{ id: taskId, kind: 'order' }],
    })
    expect(visit).toMatchObject({ state: 'planned', plannedOn: today, plannedAt: '10:30', reason: 'hand' })
    expect(visit.may).toEqual(['move', 'cancel', 'check-in', 'record', 'join'])
    now = new Date('2026-05-04T10:31:00Z')
    const deviceAt = '2026-05-04T08:00:00Z'
    const begun = await on(ana, visit, 'check-in', { position: here, deviceAt })
    expect(begun.visit).toMatchObject({
      state: 'under-way',
      visitedOn: today,
      verdict: 'verified',
      checkIn: { at: '2026-05-04T10:31:00.000Z', deviceAt: '2026-05-04T08:00:00.000Z', distanceM: 0 },
    })
    now = new Date('2026-05-04T10:40:00Z')
    // Sent again by a phone that got no answer: the first one holds.
    expect((await on(ana, visit, 'check-in', { position: far })).visit.checkIn).toEqual(begun.visit.checkIn)
    const done = { kind: 'order', done: true, result: 'As last time' }
    const tasked = await ana.ask('PUT', `/api/visits/${visit.id}/tasks/${taskId}`, done)
    expect(tasked.body).toMatchObject({
      tasksDone: ['order'],
      tasks: [{ id: taskId, result: 'As last time' }],
    })
    const other = await ana.ask('PUT', `/api/visits/${visit.id}/tasks/${newId()}`, {
      kind: 'photo',
      done: false,
    })
    expect((other.body as unknown as Visit).tasks.map(({ kind }) => kind)).toEqual(['order', 'photo'])
    const note = { note: 'Wants\ndelivery earlier', nextStep: 'Ask the warehouse', nextStepOn: '2026-05-06' }
    expect((await ana.ask('PATCH', `/api/visits/${visit.id}`, note)).body).toMatchObject(note)
    now = new Date('2026-05-04T10:58:00Z')
    const ended = await on(ana, visit, 'check-out', { position: null, outcome: 'met' })
    expect(ended.visit).toMatchObject({
      ...note,
      state: 'done',
      outcome: 'met',
      checkOut: { at: '2026-05-04T10:58:00.000Z', verdict: 'unverifiable', distanceM: null },
      may: ['record', 'join'],
    })
    expect((await on(ana, visit, 'check-out', { position: far, outcome: 'closed' })).visit).toEqual(
      ended.visit,
    )
  })

  test('out of range is said and refuses nothing; no position is fine', async () => {
    const visit = await planned(ana)
    const { visit: begun } = await on(ana, visit, 'check-in', { position: far })
    expect(begun).toMatchObject({ state: 'under-way', verdict: 'out-of-range' })
    expect(begun.checkIn?.distanceM).toBeGreaterThan(3600)
    const id = newId()
    const start = { id, customerId: shop, position: null }
    const unplanned = await ana.ask('POST', '/api/visits/unplanned', start)
    expect(unplanned.body).toMatchObject({ reason: 'unplanned', verdict: 'unverifiable', plannedOn: null })
    expect((await ana.ask('POST', '/api/visits/unplanned', start)).body).toEqual(unplanned.body)
    const back = await on(ana, { id }, 'undo-check-in')
    expect(back.visit).toMatchObject({ state: 'cancelled', visitedOn: null, checkIn: null })
    expect((await on(ana, visit, 'undo-check-in')).visit).toMatchObject({ state: 'planned', checkIn: null })
  })

  test('is moved, cancelled with a reason and planned again', async () => {
    const visit = await planned(ana, { plannedAt: '09:00' })
    const plannedOn = addDays(today, 3)
    const moved = await on(ana, visit, 'move', { plannedOn, plannedAt: null })
    expect(moved.visit).toMatchObject({ plannedOn, plannedAt: null, state: 'planned' })
    expect((await on(ana, visit, 'cancel', {})).status).toBe(422)
    const gone = await on(ana, visit, 'cancel', { reason: 'Closed for works' })
    expect(gone.visit).toMatchObject({
      state: 'cancelled',
      cancelReason: 'Closed for works',
      may: ['restore'],
    })
    expect((await on(ana, visit, 'check-in', { position: null })).code).toBe('visit-cancelled')
    expect((await on(ana, visit, 'restore')).visit).toMatchObject({ state: 'planned', cancelReason: null })
  })

  test('the same id is the same visit; another customer with it is refused', async () => {
    const id = newId()
    const first = await planned(ana, { id })
    expect(await planned(ana, { id, plannedOn: addDays(today, 5) })).toEqual(first)
    const other = await aCustomer(bea, { name: 'Kiosk' })
    expect(await plan(bea, { id, customerId: other })).toMatchObject({
      status: 409,
      body: { code: 'already-there' },
    })
    expect((await on(ana, first, 'cancel', { reason: 'x' })).status).toBe(200)
  })
})

describe('who may', () => {
  test('nobody plans at a customer whom they don’t see, nor for whom is not below them', async () => {
    expect((await plan(bea)).status).toBe(404)
    expect(
      (await bea.ask('POST', '/api/visits/unplanned', { id: newId(), customerId: shop, position: null }))
        .status,
    ).toBe(404)
    expect(await plan(ana, { personId: bea.id })).toMatchObject({
      status: 409,
      body: { code: 'not-in-your-team' },
    })
    expect((await plan(zoe)).status).toBe(403)
    expect(await plan(ana, { plannedOn: addDays(today, -8) })).toMatchObject({ status: 422 })
    expect(await plan(ana, { plannedOn: addDays(today, 800) })).toMatchObject({ status: 422 })
  })

  test('nobody checks in for somebody else, and others of the company neither see nor change it', async () => {
    const visit = await planned(ana)
    expect((await on(carmen, visit, 'check-in', { position: null })).status).toBe(403)
    expect((await on(bea, visit, 'cancel', { reason: 'x' })).status).toBe(404)
    expect((await bea.ask('GET', `/api/visits/${visit.id}`)).status).toBe(404)
    expect((await on(carmen, visit, 'cancel', { reason: 'Fair in town' })).visit.cancelledBy?.id).toBe(
      carmen.id,
    )
  })

  test('a substitute sees the customer from the planning to a week after the day, and is told', async () => {
    const plannedOn = addDays(today, 2)
    expect((await bea.ask('GET', `/api/customers/${shop}`)).status).toBe(404)
    const visit = await planned(carmen, { personId: bea.id, plannedOn, reason: 'other-person' })
    expect((await bea.ask('GET', `/api/customers/${shop}`)).status).toBe(200)
    const notices = (await bea.ask('GET', '/api/notices')).body as unknown as {
      notices: { kind: string; aboutId: string }[]
    }
    expect(JSON.stringify(notices)).toContain(visit.id)
    now = new Date('2026-05-06T09:00:00Z')
    expect((await on(bea, visit, 'check-in', { position: here })).visit.verdict).toBe('verified')
    expect((await on(bea, visit, 'check-out', { position: here, outcome: 'met' })).status).toBe(200)
    now = new Date('2026-05-13T09:00:00Z')
    expect((await bea.ask('GET', `/api/customers/${shop}`)).status).toBe(200)
    now = new Date('2026-05-14T09:00:00Z')
    expect((await bea.ask('GET', `/api/customers/${shop}`)).status).toBe(404)
    expect((await bea.ask('GET', `/api/visits/${visit.id}`)).status).toBe(404)
    expect((await ana.ask('GET', `/api/visits/${visit.id}`)).body).toMatchObject({ person: { name: 'Bea' } })
    now = new Date('2026-05-04T12:00:00Z')
    const cancelled = await planned(carmen, { personId: bea.id })
    expect((await bea.ask('GET', `/api/customers/${shop}`)).status).toBe(200)
    await on(carmen, cancelled, 'cancel', { reason: 'x' })
    await on(carmen, visit, 'cancel', { reason: 'x' })
  })

  test('a substitute can move the visit, and by cancelling it gives the customer back', async () => {
    const other = await aCustomer(ana, { name: 'Taller Pi' })
    const visit = await planned(carmen, { customerId: other, personId: bea.id })
    expect((await on(bea, visit, 'move', { plannedOn: addDays(today, 1) })).visit.plannedOn).toBe(
      addDays(today, 1),
    )
    expect(await on(bea, visit, 'cancel', { reason: 'Ill' })).toMatchObject({
      status: 200,
      visit: { state: 'cancelled', may: [] },
    })
    expect((await bea.ask('GET', `/api/customers/${other}`)).status).toBe(404)
  })

  test('a joint visit is recorded by both', async () => {
    const visit = await planned(ana, { companionIds: [bea.id] })
    expect((await bea.ask('GET', `/api/customers/${shop}`)).status).toBe(200)
    expect((await on(bea, visit, 'confirm')).code).toBe('visit-not-begun')
    await on(ana, visit, 'check-in', { position: here })
    expect((await on(ana, visit, 'confirm')).status).toBe(403)
    const confirmed = await on(bea, visit, 'confirm')
    expect(confirmed.visit.withCompanions).toEqual([
      {
        person: expect.objectContaining({ id: bea.id }) as unknown,
        confirmedAt: expect.any(String) as unknown,
      },
    ])
    const gone = await ana.ask('DELETE', `/api/visits/${visit.id}/companions/${bea.id}`)
    expect((gone.body as unknown as Visit).withCompanions).toEqual([])
    expect((await ana.ask('PUT', `/api/visits/${visit.id}/companions/${ana.id}`)).status).toBe(422)
    expect((await ana.ask('PUT', `/api/visits/${visit.id}/companions/${bea.id}`)).status).toBe(200)
  })
})

const of = async (who: Asker, query: string) =>
  ((await who.ask('GET', `/api/visits?${query}`)).body as unknown as { visits: VisitInBrief[] }).visits

test('my days hold what I planned and made, also as a companion; a customer says the last and the next', async () => {
  const mine = await of(ana, `from=${today}&to=${addDays(today, 30)}`)
  expect(mine.length).toBeGreaterThan(3)
  expect(mine.every(({ state }) => state !== 'cancelled')).toBe(true)
  expect(mine.map(({ plannedOn, visitedOn }) => visitedOn ?? plannedOn)).toEqual(
    mine.map(({ plannedOn, visitedOn }) => visitedOn ?? plannedOn).toSorted(),
  )
  expect((await of(bea, `from=${today}&to=${today}`)).map(({ person }) => person.name)).toContain('Ana')
  expect((await ana.ask('GET', `/api/visits?from=${today}&to=2025-01-01`)).status).toBe(422)
  const next = await planned(ana, { plannedOn: addDays(today, 1) })
  const page = (await ana.ask('GET', `/api/customers/${shop}/visits`)).body as unknown as {
    last: VisitInBrief
    next: VisitInBrief
  }
  expect([page.last.visitedOn, page.next.plannedOn]).toEqual([expect.any(String), expect.any(String)])
  expect((await ana.ask('GET', `/api/visits/${next.id}`)).body).toMatchObject({
    customer: { name: 'Bar Sol' },
  })
})

test('where one checked in can become the outlet’s place: at once where only the city was known', async () => {
  const bar = await aCustomer(ana, { name: 'Bar Luna', city: 'Madrid', country: 'ES' })
  const visit = await planned(ana, { customerId: bar })
  const { visit: begun } = await on(ana, visit, 'check-in', { position: far })
  expect(begun).toMatchObject({ verdict: 'unverifiable', mayProposePlace: true })
  const proposed = await ana.ask('POST', `/api/visits/${visit.id}/propose-place`)
  expect(proposed).toMatchObject({ status: 200, body: { saved: true } })
  const customer = (await ana.ask('GET', `/api/customers/${bar}`)).body
  expect(customer).toMatchObject({ location: { latitude: far.latitude, locatedBy: 'visited' } })
  expect(await ana.ask('POST', `/api/visits/${visit.id}/propose-place`)).toMatchObject({ status: 409 })
})

test('a profile confirmed on the spot is fresh from that day', async () => {
  const visit = await planned(ana)
  await on(ana, visit, 'check-in', { position: here })
  now = new Date('2026-05-05T09:00:00Z')
  await on(ana, visit, 'check-out', { position: null, confirmsProfile: true })
  expect((await ana.ask('GET', `/api/customers/${shop}`)).body).toMatchObject({ confirmedOn: '2026-05-05' })
  now = new Date('2026-05-04T12:00:00Z')
})

import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ownServer } from '../../../test/database.ts'
import { type Asker, type Server, aCompany, aPerson } from '../../../test/make.ts'
import { someOrders } from '../../../test/orders.ts'
import { ownedCustomers } from '../../../test/pool.ts'
import { asProgram } from '../../../test/register.ts'
import { newId } from '../../platform/server/uuid.ts'
import { addDays } from '../../values/calendar.ts'
import type { Day } from '../../values/day.ts'
import { type MeasureFacts, countsOf } from '../measures.ts'

let server: Server
let company: string
let principal: Asker
let people: Asker[]
const today = '2026-03-20' as Day
beforeAll(async () => {
  server = await ownServer({ now: () => new Date(`${today}T10:00:00Z`) })
  company = await aCompany(server)
  principal = await aPerson(server, company, 'Carmen', ['principal'])
  people = [
    await aPerson(server, company, 'Ana', ['salesperson'], { managerId: principal.id }),
    await aPerson(server, company, 'Bea', ['salesperson'], { managerId: principal.id }),
  ]
})
afterAll(() => server.stop())

/** Small whole numbers in a row that is the same every time (a linear congruence), for facts of all kinds. */
function rowOfNumbers(seed: number) {
  let state = seed
  return (below: number) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return Math.floor((state / 2_147_483_648) * below)
  }
}

test('the statement counts what the rule counts, on facts of all kinds', async () => {
  const next = rowOfNumbers(7)
  const person = () => people[next(2)]?.id ?? ''
  const owned = Array.from({ length: 12 }, () => ({
    person: person(),
    since: '2026-01-01',
    status: next(6) === 0 ? 'closed' : 'active',
  }))
  const ids = await ownedCustomers(server, company, owned)
  const customer = () => ids[next(ids.length)] ?? ''
  const day = () => addDays('2026-02-20' as Day, next(40))
  const visits = Array.from({ length: 60 }, () => {
    const plannedOn = next(3) === 0 ? null : day()
    const visitedOn = plannedOn === null || next(2) === 0 ? (next(3) === 0 ? plannedOn : day()) : null
    const planned = plannedOn ?? (visitedOn === null ? day() : null)
    return {
      id: newId(),
      customerId: customer(),
      personId: person(),
      plannedOn: planned,
      visitedOn,
      cancelled: visitedOn === null && next(4) === 0,
      met: visitedOn === null || next(5) > 0,
    }
  })
  await asProgram(server, company, async (tx, changes) => {
    for (const { id, customerId, personId, plannedOn, visitedOn, cancelled, met } of visits) {
      await sql`insert into visit (organization_id, id, customer_id, person_id, planned_on, visited_on, outcome, cancelled_at, cancel_cause)
        values (app.organization(), ${id}, ${customerId}, ${personId}, ${plannedOn}::date, ${visitedOn}::date,
          ${met ? null : 'closed'}, ${cancelled ? new Date(0) : null}, ${cancelled ? 'hand' : null})`.execute(
        tx,
      )
      changes.add('visit', id, customerId)
    }
  })
  const orders = Array.from({ length: 50 }, () => {
    const visit = visits[next(visits.length)]
    const onVisit = next(2) === 0 && visit !== undefined && visit.visitedOn !== null
    return {
      customer: onVisit ? visit.customerId : customer(),
      day: onVisit ? (visit.visitedOn ?? day()) : day(),
      person: onVisit && next(2) === 0 ? visit.personId : undefined,
      lines: Array.from({ length: 1 + next(3) }, () => 100 + next(900)),
    }
  })
  await someOrders(server, company, orders)
  const groupOf = new Map(ids.map((id, index) => [id, owned[index]?.person ?? null]))
  const facts: MeasureFacts = {
    customers: ids.map((id, index) => ({
      id,
      active: owned[index]?.status === 'active',
      group: groupOf.get(id) ?? null,
    })),
    visits: visits.map((visit) => ({ ...visit, group: visit.personId })),
    orders: orders.map((order, index) => ({
      customerId: order.customer,
      day: order.day,
      personId: order.person ?? null,
      visitId: null,
      // Each order has a product of its own.
      products: [`product ${index}`],
      worthMinor: order.lines.reduce((sum, line) => sum + line, 0),
    })),
    stock: [],
  }
  const period = { from: '2026-03-01' as Day, to: '2026-03-31' as Day }
  const { body } = await principal.ask('GET', `/api/measures?from=${period.from}&to=${period.to}`)
  const { groups } = body as { groups: { key: string; counts: object; measures: { coverage: number } }[] }
  expect(Object.fromEntries(groups.map(({ key, counts }) => [key, counts]))).toEqual(
    Object.fromEntries(countsOf(facts, { ...period, today })),
  )
  expect(groups.some(({ counts }) => (counts as { productive: number }).productive > 0)).toBe(true)
  for (const by of ['team', 'territory', 'tier'])
    expect(
      (await principal.ask('GET', `/api/measures?from=${period.from}&to=${period.to}&by=${by}`)).status,
    ).toBe(200)
  const ana = people[0] ?? principal
  const own = (await ana.ask('GET', `/api/measures?from=${period.from}&to=${period.to}`)).body as {
    groups: object[]
  }
  expect(own.groups.length).toBeGreaterThan(0)
  expect((await principal.ask('GET', '/api/measures?from=2026-03-02&to=2026-03-01')).status).toBe(422)
})

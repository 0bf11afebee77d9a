import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { ownServer } from '../../../test/database.ts'
import { type Asker, type Server, aCompany, aPerson } from '../../../test/make.ts'
import { ownedCustomers, setRules } from '../../../test/pool.ts'
import { aContact, asProgram } from '../../../test/register.ts'
import { newId } from '../../platform/server/uuid.ts'
import type { Day } from '../../values/day.ts'

let server: Server
let company: string
let principal: Asker
let manager: Asker
let ana: Asker
let bea: Asker
let today: Day
beforeAll(async () => {
  server = await ownServer({ now: () => new Date(`${today}T10:00:00Z`) })
})
afterAll(() => server.stop())
beforeEach(async () => {
  today = '2026-05-20' as Day
  company = await aCompany(server)
  principal = await aPerson(server, company, 'Carmen', ['principal'])
  manager = await aPerson(server, company, 'Mario', ['manager'], { managerId: principal.id })
  ana = await aPerson(server, company, 'Ana', ['salesperson'], { managerId: manager.id })
  bea = await aPerson(server, company, 'Bea', ['salesperson'], { managerId: manager.id })
})

const inPool = (count: number, more: Record<string, unknown> = {}) =>
  ownedCustomers(
    server,
    company,
    Array.from({ length: count }, (_, index) => ({
      person: null,
      since: '2026-05-01',
      name: `Bar ${String(index).padStart(2, '0')}`,
      city: 'Cádiz',
      phone: '956 20 30 41',
      phone_e164: '+34956203041',
      email: 'bar@example.com',
      latitude: 36.53171,
      longitude: -6.29265,
      ...more,
    })),
  )
const claim = (who: Asker, id = '') => who.ask('POST', `/api/pool/${id}/claim`)
type Page = {
  total: number
  customers: { id: string; phone: string | null; former: { name: string } | null; [key: string]: unknown }[]
  claims: { claimedToday: number; seenToday: number; cut: boolean } | null
}
const pool = async (who: Asker, query = '') => (await who.ask('GET', `/api/pool${query}`)).body as Page

describe('looking at the pool', () => {
  test('a salesperson sees what does no harm; the manager sees the customers', async () => {
    const [id = ''] = await inPool(1, { tier: 'A' })
    await aContact(server, company, id, { name: 'Eva Ruiz', phone: '611 22 33 44' } as never)
    const seen = await pool(ana)
    expect(seen).toMatchObject({
      total: 1,
      customers: [{ id, name: 'Bar 00', city: 'Cádiz', tier: 'A', contacts: 1 }],
    })
    expect(seen.customers[0]).toMatchObject({
      phone: '+34 ••• ••• 41',
      latitude: 36.53,
      longitude: -6.29,
      open: false,
    })
    expect((await pool(manager)).customers[0]).toMatchObject({
      phone: '956 20 30 41',
      latitude: 36.53171,
      open: true,
    })
    expect(JSON.stringify(seen)).not.toMatch(/956|203041|Eva|611|example/)
  })

  test('neither its phone nor its contacts come out by any other way before it is claimed', async () => {
    const [id = ''] = await inPool(1)
    await aContact(server, company, id, { name: 'Eva Ruiz', phone: '611 22 33 44' } as never)
    const closed = [
      `/api/customers/${id}`,
      `/api/customers/${id}/timeline`,
      `/api/customers/${id}/card.vcf`,
      `/api/customers/${id}/protection`,
      `/api/customers/${id}/documents`,
    ]
    for (const path of closed) expect((await ana.ask('GET', path)).status, path).toBe(404)
    const empty = [
      '/api/customers?q=Bar',
      '/api/customers/points',
      '/api/search?q=956203041',
      '/api/search?q=Eva',
    ]
    for (const path of empty) {
      const { body } = await ana.ask('GET', path)
      expect(JSON.stringify(body), path).not.toMatch(/Bar 00|Eva|956203041/)
    }
    expect((await claim(ana, id)).status).toBe(200)
    expect((await ana.ask('GET', `/api/customers/${id}`)).body).toMatchObject({
      phone: '956 20 30 41',
      contacts: [{ name: 'Eva Ruiz' }],
    })
  })

  test('at most so many customers a day, the same ones as often as wanted; every new look is in the access log', async () => {
    await inPool(12)
    await setRules(principal, { recycling: false, claims: { seenPerDay: 8 } })
    expect((await pool(ana, '?size=5')).customers).toHaveLength(5)
    expect((await pool(ana, '?size=5')).claims).toMatchObject({ seenToday: 5, cut: false })
    const second = await pool(ana, '?size=5&page=2')
    expect(second.customers).toHaveLength(3)
    expect(second.claims).toMatchObject({ seenToday: 8, cut: true })
    expect((await pool(ana, '?size=5&page=3')).customers).toEqual([])
    expect((await pool(ana, '?size=5')).customers).toHaveLength(5)
    expect((await pool(manager, '?size=100')).customers).toHaveLength(12)
    const { entries } = (await principal.ask('GET', '/api/access-log?action=pool.viewed')).body as {
      entries: { personName: string; rowCount: number }[]
    }
    expect(entries.map(({ personName, rowCount }) => [personName, rowCount])).toEqual([
      ['Ana', 3],
      ['Ana', 5],
    ])
    today = '2026-05-21' as Day
    expect((await pool(ana, '?size=5&page=3')).customers).toHaveLength(2)
  })

  test('by name, town and tier; not of another company, and not where nobody may claim', async () => {
    await inPool(2, { tier: 'A' })
    await inPool(1, { name: 'Café 100 %', city: 'Lugo' })
    expect(await pool(ana, '?q=lug')).toMatchObject({ total: 1, customers: [{ name: 'Café 100 %' }] })
    expect(await pool(ana, '?q=%25')).toMatchObject({ total: 1 })
    expect(await pool(ana, '?tier=A')).toMatchObject({ total: 2 })
    expect(await pool(ana, '?tier=B&tier=none')).toMatchObject({ total: 1 })
    const stranger = await aPerson(server, await aCompany(server), 'Zoe', ['salesperson'])
    expect(await pool(stranger)).toMatchObject({ total: 0, customers: [] })
    await setRules(principal, { claims: { who: 'nobody' } })
    expect(await pool(ana)).toMatchObject({ total: 0, customers: [], claims: { who: 'nobody' } })
  })
})

describe('claiming', () => {
  test('of two at once exactly one wins, and the other is told whose it is', async () => {
    for (const id of await inPool(3)) {
      const answers = await Promise.all([claim(ana, id), claim(bea, id)])
      expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409])
      const [winner, loser] = answers[0]?.status === 200 ? ['Ana', answers[1]] : ['Bea', answers[0]]
      expect(loser?.body).toMatchObject({ code: 'claimed-already', rule: '2.4', facts: { name: winner } })
    }
  })

  test('ten at once by one person: the daily cap holds', async () => {
    const ids = await inPool(10)
    const answers = await Promise.all(ids.map((id) => claim(ana, id)))
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(5)
    const refused = answers.filter(({ status }) => status !== 200).map(({ body }) => body)
    expect(refused).toHaveLength(5)
    for (const body of refused)
      expect(body).toMatchObject({ code: 'claimed-enough-today', facts: { count: 5 } })
    expect((await pool(ana)).claims).toMatchObject({ claimedToday: 5 })
    today = '2026-05-21' as Day
    const [left] = (await pool(ana)).customers
    expect((await claim(ana, left?.id)).status).toBe(200)
  })

  test('given back with a reason: it is in the pool again, and its former owner waits', async () => {
    const [id = ''] = await inPool(1)
    await claim(ana, id)
    const back = (who: Asker, reason = 'Too far from my round') =>
      who.ask('POST', `/api/customers/${id}/give-back`, { reason })
    expect((await back(bea)).status).toBe(404)
    expect((await back(ana, '')).status).toBe(422)
    today = '2026-06-01' as Day
    expect((await back(ana)).status).toBe(200)
    expect(await pool(bea)).toMatchObject({
      total: 1,
      customers: [{ id, cause: 'released', since: '2026-06-01', former: { name: 'Ana' } }],
    })
    expect((await claim(ana, id)).body).toMatchObject({
      code: 'cooling-down',
      facts: { until: '2026-06-01', from: '2026-07-01' },
    })
    today = '2026-07-01' as Day
    expect((await claim(ana, id)).status).toBe(200)
    const { notices } = (await manager.ask('GET', '/api/notices')).body as { notices: object[] }
    expect(notices).toMatchObject([
      { kind: 'customer-claimed', names: { by: 'Ana', customer: 'Bar 00' } },
      { kind: 'customer-given-back' },
      { kind: 'customer-claimed' },
    ])
    await setRules(principal, { claims: { giveBack: false } })
    expect((await back(ana)).body).toMatchObject({ code: 'giving-back-is-off' })
  })

  test('not beyond what one may hold, not in another area, not a customer that is nowhere', async () => {
    const [area, other] = [newId(), newId()]
    await asProgram(server, company, async (tx, changes) => {
      for (const [id, name] of [
        [area, 'Bay'],
        [other, 'Hills'],
      ] as const) {
        await tx.insertInto('territory').values({ organization_id: company, id, name }).execute()
        changes.add('territory', id)
      }
      const own = { organization_id: company, person_id: ana.id, territory_id: area }
      await tx.insertInto('person_territory').values(own).execute()
      changes.add('person_territory', ana.id)
    })
    const [bay = '', bay2 = ''] = await inPool(2, { territory_id: area, tier: 'A' })
    const [hills = ''] = await inPool(1, { territory_id: other })
    const holding = { all: null, A: 1, B: null, C: null, none: null }
    await setRules(principal, { claims: { who: 'own-area', holding } })
    expect((await pool(ana)).customers.map(({ id }) => id).toSorted()).toEqual([bay, bay2].toSorted())
    expect((await claim(ana, hills)).body).toMatchObject({ code: 'not-your-area' })
    expect((await claim(ana, bay)).status).toBe(200)
    expect((await claim(ana, bay2)).body).toMatchObject({
      code: 'holds-enough-of-tier',
      facts: { count: 1, most: 1, tier: 'A' },
    })
    expect((await claim(ana, newId())).status).toBe(404)
    expect((await claim(manager, bay2)).status).toBe(403)
    const stranger = await aPerson(server, await aCompany(server), 'Zoe', ['salesperson'])
    expect((await claim(stranger, bay2)).status).toBe(404)
  })
})

import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { ownServer } from '../../../test/database.ts'
import type { Server } from '../../../test/make.ts'
import { book, commit, dayAhead, draft, to, transferStage, undo } from '../../../test/transfers.ts'
import type { Asker } from '../../../test/make.ts'
import { asProgram } from '../../../test/register.ts'
import { aPlannedVisit, aPromise, aVisit } from '../../../test/visits.ts'
import type { VisitInBrief } from '../schema/visit.ts'

let server: Server
let s: Awaited<ReturnType<typeof transferStage>>
let ids: string[]
let shop: string
beforeAll(async () => {
  server = await ownServer()
  s = await transferStage(server)
})
afterAll(() => server.stop())
beforeEach(async () => {
  ids = await s.sevenOfAna()
  shop = ids[0] ?? ''
})

const planOf = async (who: Asker, customer = shop) => {
  const { body } = await who.ask('GET', `/api/visits?from=${dayAhead(-7)}&to=${dayAhead(60)}`)
  const { visits } = body as unknown as { visits: VisitInBrief[] }
  return visits
    .filter((visit) => visit.customer.id === customer)
    .map(({ plannedOn, visitedOn }) => visitedOn ?? plannedOn)
}
const whose = async (id: string) => {
  const { body } = await s.principal.ask('GET', `/api/visits/${id}`)
  const visit = body as unknown as VisitInBrief
  return visit.state === 'cancelled' ? 'nobody' : visit.person.name
}

test('a transfer says how many visits and promises move, takes them along, and its undo brings them back', async () => {
  const own = await aPlannedVisit(s.ana, shop, dayAhead(3))
  const second = await aPlannedVisit(s.ana, ids[1] ?? '', dayAhead(4))
  const sponsor = await aPlannedVisit(s.principal, shop, dayAhead(5), { reason: 'sponsor' })
  const made = await aVisit(s.ana, shop)
  await aPromise(s.ana, shop, { dueOn: dayAhead(10) })
  await asProgram(server, s.company, async (tx, changes) => {
    await sql`update visit set position = 4 where id = ${own.id}`.execute(tx)
    changes.add('visit', own.id, shop)
  })
  const { body: preview } = await draft(s.principal, { ...book(s.ana), ...to(s.bea) })
  expect(preview.moves).toEqual(
    expect.arrayContaining([
      { kind: 'visits', count: 3, amounts: [] },
      { kind: 'promises', count: 1, amounts: [] },
    ]),
  )
  const { body: done } = await commit(s.principal, preview)
  expect([
    await whose(own.id),
    await whose(second.id),
    await whose(sponsor.id),
    await whose(made.id),
  ]).toEqual(['Bea', 'Bea', 'Carmen', 'Ana'])
  expect(await planOf(s.ana)).toEqual([])
  expect(await planOf(s.bea)).toEqual([dayAhead(3)])
  expect((await s.ana.ask('GET', `/api/customers/${shop}`)).status).toBe(404)
  expect((await undo(s.principal, done)).status).toBe(200)
  expect([await whose(own.id), await whose(second.id)]).toEqual(['Ana', 'Ana'])
  expect(await planOf(s.ana)).toEqual([dayAhead(0), dayAhead(3)])
  // The day's route is as it was.
  const places = await asProgram(server, s.company, async (tx) => {
    const { rows } = await sql<{ position: number }>`select position from visit where id = ${own.id}`.execute(
      tx,
    )
    return rows
  })
  expect(places).toEqual([{ position: 4 }])
  expect((await s.bea.ask('GET', `/api/customers/${shop}`)).status).toBe(404)
})

test('what the former owner planned and made lately gives no sight of the customer any more', async () => {
  const planned = await aPlannedVisit(s.ana, shop, dayAhead(0))
  await s.ana.ask('POST', `/api/visits/${planned.id}/check-in`, { position: null })
  await s.ana.ask('POST', `/api/visits/${planned.id}/check-out`, { position: null, outcome: 'met' })
  await s.assign([shop], 'owner', s.bea)
  expect((await s.ana.ask('GET', `/api/customers/${shop}`)).status).toBe(404)
  expect(await whose(planned.id)).toBe('Ana')
})

test('visits in the days of a cover are made by whoever stands in, those after it by the owner', async () => {
  const during = await aPlannedVisit(s.ana, shop, dayAhead(4))
  const after = await aPlannedVisit(s.ana, shop, dayAhead(9))
  const cover = { selection: { ids: [shop] }, personId: s.carl.id, from: dayAhead(3), to: dayAhead(6) }
  const begun = await s.principal.ask('POST', '/api/ownership/covers', cover)
  expect(begun.status).toBe(200)
  expect([await whose(during.id), await whose(after.id)]).toEqual(['Carl', 'Ana'])
  const { batchId } = begun.body as unknown as { batchId: string }
  expect((await s.principal.ask('POST', `/api/ownership/covers/${batchId}/end`, {})).status).toBe(200)
  expect([await whose(during.id), await whose(after.id)]).toEqual(['Ana', 'Ana'])
})

test('in the pool a planned visit waits, comes back with the next owner, and one cancelled by hand stays so', async () => {
  const waiting = await aPlannedVisit(s.ana, shop, dayAhead(4))
  const gone = await aPlannedVisit(s.ana, shop, dayAhead(5))
  await s.ana.ask('POST', `/api/visits/${gone.id}/cancel`, { reason: 'Holidays' })
  await s.assign([shop], 'owner', null)
  expect(await whose(waiting.id)).toBe('nobody')
  expect((await s.ana.ask('GET', `/api/customers/${shop}`)).status).toBe(404)
  expect(await s.principal.ask('POST', `/api/visits/${waiting.id}/restore`)).toMatchObject({
    status: 409,
    body: { code: 'nobody-serves' },
  })
  await s.assign([shop], 'owner', s.bea)
  expect([await whose(waiting.id), await whose(gone.id)]).toEqual(['Bea', 'nobody'])
  expect(await s.firstBad()).toBeNull()
})

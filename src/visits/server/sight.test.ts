import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { ownServer } from '../../../test/database.ts'
import { type Asker, type Server } from '../../../test/make.ts'
import { aCustomer } from '../../../test/register.ts'
import { dayAhead, transferStage } from '../../../test/transfers.ts'
import { aPlannedVisit } from '../../../test/visits.ts'
import { lockLedger } from '../../ownership/server/queries/ledger.ts'
import { permissionsOf } from '../../people/permissions.ts'
import { commandAs } from '../../platform/server/database/transaction.ts'
import { newId } from '../../platform/server/uuid.ts'

let server: Server
let s: Awaited<ReturnType<typeof transferStage>>
let shop: string
beforeAll(async () => {
  server = await ownServer()
  s = await transferStage(server)
})
afterAll(() => server.stop())
beforeEach(async () => {
  shop = await aCustomer(s.ana, { name: 'Bar Sol' })
})

const plan = (who: Asker, more: Record<string, unknown> = {}) =>
  who.ask('POST', '/api/visits', { id: newId(), customerId: shop, plannedOn: dayAhead(3), ...more })
const sees = async (who: Asker) => (await who.ask('GET', `/api/customers/${shop}`)).status === 200
const inCommand = <T>(who: Asker, work: Parameters<typeof commandAs<T>>[3]) =>
  commandAs(
    server.services.db,
    {
      organizationId: who.companyId,
      personId: who.id,
      userId: null,
      may: permissionsOf(['salesperson']),
      people: [who.id],
    },
    'plan-visit',
    work,
  )

test.each(['sponsor', 'other-person'])('the owner can’t plan as somebody else: %s', async (reason) => {
  expect(await plan(s.ana, { reason })).toMatchObject({ status: 409, body: { code: 'serves-it' } })
  await aPlannedVisit(s.ana, shop, dayAhead(700))
  await s.assign([shop], 'owner', s.bea)
  expect(await sees(s.ana)).toBe(false)
})

test('whoever sees a customer for a visit plans none there; whoever leads its owner does', async () => {
  await aPlannedVisit(s.ana, shop, dayAhead(2), { companionIds: [s.bea.id] })
  expect(await sees(s.bea)).toBe(true)
  expect(await plan(s.bea, { plannedOn: dayAhead(720) })).toMatchObject({
    status: 409,
    body: { code: 'not-your-customer', rule: '9.4' },
  })
  expect((await plan(s.manager, { personId: s.carl.id, reason: 'other-person' })).status).toBe(200)
})

test('sight by a visit begins two weeks before the day', async () => {
  const visit = await aPlannedVisit(s.principal, shop, dayAhead(16), {
    personId: s.bea.id,
    reason: 'other-person',
  })
  expect(await sees(s.bea)).toBe(false)
  await s.principal.ask('POST', `/api/visits/${visit.id}/move`, { plannedOn: dayAhead(13) })
  expect(await sees(s.bea)).toBe(true)
  await s.principal.ask('POST', `/api/visits/${visit.id}/move`, { personId: s.carl.id })
  expect([await sees(s.bea), await sees(s.carl)]).toEqual([false, true])
})

/** Resolves when as many sessions of this database wait for a lock. */
async function waiting(sessions: number): Promise<void> {
  for (let seen = -1; seen < sessions;) {
    const { rows } = await sql<{ n: number }>`select count(*)::integer as n from pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock'`.execute(server.services.db)
    seen = rows[0]?.n ?? 0
  }
}

test('a visit planned while its customer is being given away is planned by what the ledger says then', async () => {
  const asked: ReturnType<typeof plan>[] = []
  await inCommand(s.dora, async (tx) => {
    await lockLedger(tx, [shop])
    asked.push(s.assign([shop], 'owner', s.bea))
    await waiting(1)
    asked.push(plan(s.ana))
    await waiting(2)
  })
  expect((await Promise.all(asked)).map(({ status }) => status)).toEqual([200, 404])
  expect(await sees(s.ana)).toBe(false)
})

test('nobody is made a visitor but by a visit', async () => {
  const visit = await aPlannedVisit(s.ana, shop, dayAhead(2))
  const row = sql`insert into visitor (organization_id, visit_id, person_id, customer_id, until_day)
    values (app.organization(), ${visit.id}, ${s.bea.id}, ${shop}, app.today() + 7)`
  await expect(inCommand(s.bea, (tx) => row.execute(tx))).rejects.toThrow(/row-level security/)
  const touched = await inCommand(s.ana, async (tx) => [
    (await sql`update visitor set person_id = ${s.bea.id}`.execute(tx)).numAffectedRows,
    (await sql`delete from visitor`.execute(tx)).numAffectedRows,
    (await sql<{ may: boolean }>`select app.may('visitors.keep') as may`.execute(tx)).rows[0]?.may,
  ])
  expect(touched).toEqual([0n, 0n, false])
  expect(await sees(s.bea)).toBe(false)
})

test('a statement on many visits keeps the visitors of each', async () => {
  const made = await Promise.all(
    [3, 4, 5].map((n) => aPlannedVisit(s.ana, shop, dayAhead(n), { companionIds: [s.carl.id] })),
  )
  const ids = made.map(({ id }) => id)
  const [first = '', second = ''] = ids
  const visitors = () =>
    inCommand(s.ana, async (tx) => {
      const { rows } = await sql<{ said: string }>`
        select p.name || ' ' || (r.until_day - app.today()) as said from visitor r
        join person p on p.organization_id = r.organization_id and p.id = r.person_id
        where r.visit_id = any (${ids}::uuid[]) order by r.until_day, p.name`.execute(tx)
      return rows.map(({ said }) => said)
    })
  expect(await visitors()).toEqual(['Ana 10', 'Carl 10', 'Ana 11', 'Carl 11', 'Ana 12', 'Carl 12'])
  await inCommand(s.ana, async (tx, changes) => {
    await sql`update visit set planned_on = planned_on + 1, cancelled_at = case when id = ${first} then now() end,
      cancel_cause = case when id = ${first} then 'hand' end where id = any (${ids}::uuid[])`.execute(tx)
    await sql`delete from visit_companion where visit_id = ${second}`.execute(tx)
    changes.addAll(
      'visit',
      ids.map((id) => ({ id, customerId: shop })),
    )
    changes.add('visit_companion', newId(), shop, true)
  })
  expect(await visitors()).toEqual(['Ana 12', 'Ana 13', 'Carl 13'])
})

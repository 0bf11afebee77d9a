import { type RawBuilder, sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ownServer } from '../../test/database.ts'
import { type Asker, type Server, aCompany, aPerson } from '../../test/make.ts'
import { someOrders } from '../../test/orders.ts'
import { aCustomer } from '../../test/register.ts'
import { openWorkOf, salesOf, touchesOf } from '../ownership/server/queries/together.ts'
import { permissionsOf } from '../people/permissions.ts'
import { programActor } from '../people/server/queries/actor.ts'
import type { Actor } from '../platform/server/database/actor.ts'
import { readAs } from '../platform/server/database/transaction.ts'
import { facts } from './facts.ts'

let server: Server
let company: string
let ana: Asker
let ben: Asker
let bar: string
let cafe: string

beforeAll(async () => {
  server = await ownServer()
  company = await aCompany(server)
  ana = await aPerson(server, company, 'Ana', ['salesperson'])
  ben = await aPerson(server, company, 'Ben', ['salesperson'])
  bar = await aCustomer(ana)
  cafe = await aCustomer(ben)
  await someOrders(server, company, [
    { customer: bar, person: ana.id, day: '2026-05-04', lines: [1200, -200] },
    { customer: bar, day: '2026-05-05', lines: [50] },
    { customer: cafe, person: ben.id, day: '2026-05-06', lines: [7] },
  ])
  const other = await aCompany(server)
  const eva = await aPerson(server, other, 'Eva', ['salesperson'])
  await someOrders(server, other, [{ customer: await aCustomer(eva), person: eva.id, day: '2026-05-01' }])
})
afterAll(() => server.stop())

async function seenBy<Row>(actor: Actor, part: RawBuilder<Row> | null): Promise<Row[]> {
  if (part === null) return []
  return await readAs(server.services.db, actor, async (tx) => {
    const { rows } = await sql<Row>`select * from (${part}) part order by 3, 4`.execute(tx)
    return rows
  })
}

test('what orders tell: who really knows a customer and what it buys, order by order', async () => {
  expect(await seenBy(programActor(company), touchesOf(facts))).toEqual([
    { customer_id: bar, person_id: ana.id, day: '2026-05-04', kind: 'order' },
    { customer_id: cafe, person_id: ben.id, day: '2026-05-06', kind: 'order' },
  ])
  const own = { customer_id: bar, currency: 'EUR' }
  expect(await seenBy(programActor(company), salesOf(facts))).toEqual([
    { ...own, person_id: ana.id, day: '2026-05-04', amount_minor: 1000 },
    { ...own, person_id: null, day: '2026-05-05', amount_minor: 50 },
    { customer_id: cafe, person_id: ben.id, day: '2026-05-06', amount_minor: 7, currency: 'EUR' },
  ])
})

test('who sees a customer sees its facts, and nobody else does', async () => {
  const actor = { ...programActor(company), personId: ben.id, people: [ben.id] }
  const salesperson = { ...actor, may: permissionsOf(['salesperson']) }
  expect((await seenBy(salesperson, touchesOf(facts))).map((touch) => touch.customer_id)).toEqual([cafe])
  expect((await seenBy(salesperson, salesOf(facts))).map((sale) => sale.customer_id)).toEqual([cafe])
})

test('sources together are one table, and a part that no source gives is none', async () => {
  const twice = await seenBy(programActor(company), touchesOf([...facts, ...facts]))
  expect(twice).toHaveLength(4)
  expect(openWorkOf([{ name: 'nothing' }])).toBeNull()
  expect(touchesOf([])).toBeNull()
})

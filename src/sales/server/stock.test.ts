import { afterAll, beforeAll, expect, test } from 'vitest'
import { ownServer } from '../../../test/database.ts'
import { type Asker, type Server, aCompany, aPerson } from '../../../test/make.ts'
import { aCustomer, asProgram } from '../../../test/register.ts'
import { newId } from '../../platform/server/uuid.ts'
import type { OutletStock, StockHistory, StockLine } from '../schema/stock.ts'
import { sumLines } from './queries/totals.ts'

let server: Server
let company: string
let ana: Asker
let bea: Asker
let customer: string
let product: string
beforeAll(async () => {
  server = await ownServer()
  company = await aCompany(server)
  const principal = await aPerson(server, company, 'Carmen', ['principal'])
  ana = await aPerson(server, company, 'Ana', ['salesperson'], { managerId: principal.id })
  bea = await aPerson(server, company, 'Bea', ['salesperson'], { managerId: principal.id })
  customer = await aCustomer(principal, { owner: ana.id })
  product = (await done<{ id: string }>(principal, 'POST', '/api/products', { code: 'OIL', name: 'Oil' })).id
  await ana.ask('PUT', `/api/customers/${customer}/products/${product}`, { facings: 2 })
})
afterAll(() => server.stop())

async function done<T>(who: Asker, method: string, path: string, body?: object): Promise<T> {
  const answer = await who.ask(method, path, body)
  if (answer.status !== 200) throw new Error(`${method} ${path}: ${JSON.stringify(answer.body)}`)
  return answer.body as T
}
const count = (quantity: number, day: string, more: object = {}) =>
  done<{ ids: string[] }>(ana, 'POST', `/api/customers/${customer}/stock-counts`, {
    day,
    counts: [{ productId: product, quantity, ...more }],
  })
const stock = async (who = ana): Promise<StockLine> => {
  const { lines } = await done<OutletStock>(who, 'GET', `/api/customers/${customer}/stock`)
  const line = lines.find((one) => one.product.id === product)
  if (line === undefined) throw new Error('the product is missing')
  return line
}
const history = () => done<StockHistory>(ana, 'GET', `/api/customers/${customer}/stock/${product}`)

/** An order or a return as another system tells of it. */
function moved(quantity: number, days: { ordered: string; delivered?: string; cancelled?: string }) {
  return asProgram(server, company, async (tx, changes) => {
    const [order, own] = [newId(), { organization_id: company, customer_id: customer }]
    const kind = quantity < 0 ? 'return' : 'sale'
    const said = { delivered_on: days.delivered ?? null, cancelled_on: days.cancelled ?? null }
    await tx
      .insertInto('sales_order')
      .values({ ...own, ...said, id: order, code: order, kind, ordered_on: days.ordered, currency: 'EUR' })
      .execute()
    const line = { id: newId(), order_id: order, product_id: product, line: 1, currency: 'EUR' }
    await tx
      .insertInto('sales_order_line')
      .values({ ...own, ...line, quantity, unit_price_minor: 100 })
      .execute()
    changes.add('sales_order', order, customer)
    await sumLines(tx, changes, [order])
  })
}

test('unknown unless counted twice, whatever was delivered; then exactly what was sold', async () => {
  await moved(24, { ordered: '2026-01-02', delivered: '2026-01-05' })
  expect(await stock()).toMatchObject({ carried: true, counted: null, sellOut: null, daysOfStock: null })
  await count(10, '2026-02-01')
  expect(await stock()).toMatchObject({ counted: { quantity: 10 }, sellOut: null, daysOfStock: null })
  await moved(24, { ordered: '2026-02-02', delivered: '2026-02-03' })
  await moved(12, { ordered: '2026-02-04' })
  await moved(48, { ordered: '2026-02-04', delivered: '2026-02-05', cancelled: '2026-02-06' })
  await moved(-2, { ordered: '2026-02-05', delivered: '2026-02-05' })
  await done(ana, 'POST', `/api/customers/${customer}/write-offs`, {
    productId: product,
    day: '2026-02-06',
    quantity: 1.5,
    reason: 'expired',
  })
  expect((await stock()).since).toBe(22)
  await count(6, '2026-02-11', { facings: 3 })
  expect((await stock()).sellOut).toEqual({
    from: '2026-02-01',
    to: '2026-02-11',
    days: 10,
    opening: 10,
    delivered: 24,
    returned: 2,
    writtenOff: 1.5,
    closing: 6,
    quantity: 24.5,
  })
  expect(await stock()).toMatchObject({ daysOfStock: 2, counted: { facings: 3, by: { name: 'Ana' } } })
})

test('a wrong count is withdrawn and can come back; of one day the last recorded holds', async () => {
  const { ids } = await count(60, '2026-02-11')
  expect((await stock()).sellOut?.quantity).toBe(-29.5)
  expect((await stock()).daysOfStock).toBeNull()
  const withdraw = (withdrawn: boolean) =>
    done(ana, 'PUT', `/api/stock-counts/${ids[0]}/withdrawn`, { withdrawn })
  await withdraw(true)
  expect((await stock()).sellOut?.quantity).toBe(24.5)
  await withdraw(false)
  expect((await stock()).counted?.quantity).toBe(60)
  await withdraw(true)
  const { counts, sellOuts, writeOffs } = await history()
  expect(counts.map(({ quantity, withdrawn }) => [quantity, withdrawn])).toEqual([
    [60, true],
    [6, false],
    [10, false],
  ])
  expect([sellOuts.length, writeOffs[0]?.reason]).toEqual([1, 'expired'])
  await done(ana, 'PUT', `/api/write-offs/${writeOffs[0]?.id}/withdrawn`, { withdrawn: true })
  expect((await stock()).sellOut?.quantity).toBe(26)
})

test('a count that a device sends twice counts once', async () => {
  const id = newId()
  const [first, again] = [await count(5, '2026-02-12', { id }), await count(5, '2026-02-12', { id })]
  expect(first).toEqual(again)
  expect((await history()).counts).toHaveLength(4)
})

test.each<[string, object, string]>([
  ['tomorrow', { day: '2999-01-01', counts: [{ productId: 'P', quantity: 1 }] }, 'day-ahead'],
  ['no such product', { counts: [{ productId: newId(), quantity: 1 }] }, 'no-such-product'],
  ['of no visit', { visitId: newId(), counts: [{ productId: 'P', quantity: 1 }] }, 'no-such-visit'],
  ['below nothing', { counts: [{ productId: 'P', quantity: -1 }] }, 'invalid-input'],
  ['too fine', { counts: [{ productId: 'P', quantity: 0.000_000_1 }] }, 'invalid-input'],
])('refused: %s', async (_, asked, code) => {
  const body = JSON.parse(JSON.stringify(asked).replaceAll('"P"', `"${product}"`)) as object
  const answer = await ana.ask('POST', `/api/customers/${customer}/stock-counts`, body)
  expect(answer.body).toMatchObject({ code })
})

test('who doesn’t see the customer neither reads nor counts nor withdraws', async () => {
  const { ids } = await count(5, '2026-02-13')
  expect((await bea.ask('GET', `/api/customers/${customer}/stock`)).status).toBe(404)
  const counted = { counts: [{ productId: product, quantity: 1 }] }
  expect((await bea.ask('POST', `/api/customers/${customer}/stock-counts`, counted)).status).toBe(404)
  expect((await bea.ask('PUT', `/api/stock-counts/${ids[0]}/withdrawn`, { withdrawn: true })).status).toBe(
    404,
  )
  const same = { counts: [{ id: ids[0], productId: product, quantity: 1 }] }
  const other = await aCustomer(bea, { name: 'Bar Luna' })
  expect((await bea.ask('POST', `/api/customers/${other}/stock-counts`, same)).body).toMatchObject({
    code: 'already-there',
  })
})

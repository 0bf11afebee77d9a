import { afterAll, beforeAll, expect, test } from 'vitest'
import { ownServer } from '../../../test/database.ts'
import { type Asker, type Server, aCompany, aPerson } from '../../../test/make.ts'
import { aCustomer, someRows } from '../../../test/register.ts'
import { newId } from '../../platform/server/uuid.ts'

let server: Server
let company: string
let ana: Asker
let ben: Asker
let boss: Asker
let bar: string
let oil: string
let wine: string

beforeAll(async () => {
  server = await ownServer({ now: () => new Date('2026-05-10T10:00:00Z') })
  company = await aCompany(server)
  boss = await aPerson(server, company, 'Zoe', ['principal'])
  ana = await aPerson(server, company, 'Ana', ['salesperson'])
  ben = await aPerson(server, company, 'Ben', ['salesperson'])
  bar = await aCustomer(ana)
  const products = await someRows(server, company, 'product', [
    { code: 'OIL', name: 'Oil' },
    { code: 'WINE', name: 'Wine' },
  ])
  oil = products[0] ?? ''
  wine = products[1] ?? ''
})
afterAll(() => server.stop())

const entry = (more: Record<string, unknown> = {}) => ({
  id: newId(),
  customerId: bar,
  orderedOn: '2026-05-04',
  lines: [
    { productId: oil, quantity: '3', unitPriceMinor: 333, discount: '0.5' },
    { productId: wine, quantity: '1.5', unitPriceMinor: 1000 },
  ],
  ...more,
})
type Line = { id: string; line: number; quantity: string; totalMinor: number; returned: string }
type Read = {
  version: number
  stage: string
  goodsMinor: number
  lines: Line[]
  returns: { goodsMinor: number }[]
  may: string[]
}
const read = async (id: string) => (await boss.ask('GET', `/api/orders/${id}`)).body as Read
const entered = async (more: Record<string, unknown> = {}) => {
  const order = entry(more)
  expect(await ana.ask('POST', '/api/orders', order)).toMatchObject({ status: 200 })
  return order.id
}

test('an order is entered once, however often it is sent', async () => {
  const order = entry({ note: 'By the back door', freightMinor: 500 })
  const first = await ana.ask('POST', '/api/orders', order)
  expect(first).toMatchObject({ status: 200, body: { id: order.id, version: 1 } })
  expect(await ana.ask('POST', '/api/orders', order)).toEqual(first)
  expect(await read(order.id)).toMatchObject({
    stage: 'ordered',
    goodsMinor: 2000,
    totalMinor: 2500,
    person: { name: 'Ana' },
    recordedBy: { name: 'Ana' },
    lines: [{ totalMinor: 500 }, { totalMinor: 1500 }],
  })
  expect((await boss.ask('POST', '/api/orders', order)).body).toMatchObject({ code: 'already-exists' })
})

test.each([
  ['a customer that the asker does not see', () => ({ customerId: newId() }), 'not-found'],
  ['a day ahead', () => ({ orderedOn: '2026-05-11' }), 'invalid-day-ahead'],
  ['a delivery before the order', () => ({ deliveredOn: '2026-05-03' }), 'invalid-before-ordered'],
  [
    'an unknown product',
    () => ({ lines: [{ productId: newId(), quantity: '1', unitPriceMinor: 1 }] }),
    'invalid-product-unknown',
  ],
  ['an unknown person', () => ({ personId: newId() }), 'invalid-person-unknown'],
  ['an unknown visit', () => ({ visitId: newId() }), 'invalid-visit-unknown'],
  ['an unknown price list', () => ({ priceListId: newId() }), 'invalid-price-list-unknown'],
  [
    'too much',
    () => ({ lines: [{ productId: oil, quantity: '1000000000', unitPriceMinor: 1e12 }] }),
    'invalid-too-large',
  ],
  ['no quantity', () => ({ lines: [{ productId: oil, quantity: '0', unitPriceMinor: 1 }] }), 'invalid-input'],
])('%s is refused and nothing is saved', async (_what, more, code) => {
  const order = entry(more())
  expect((await ana.ask('POST', '/api/orders', order)).body).toMatchObject({ code })
  expect((await boss.ask('GET', `/api/orders/${order.id}`)).status).toBe(404)
})

test('a number is used once in the company', async () => {
  await entered({ code: 'A-1' })
  expect((await ana.ask('POST', '/api/orders', entry({ code: 'A-1' }))).body).toMatchObject({
    code: 'code-taken',
    facts: { code: 'A-1' },
  })
})

test('a change is a new version; how it stood is kept, by whom and when', async () => {
  const id = await entered()
  const { lines } = await read(id)
  const { id: _id, customerId: _customer, ...rest } = entry()
  const changed = await boss.ask('PUT', `/api/orders/${id}`, {
    ...rest,
    version: 1,
    personId: ana.id,
    note: 'Less of it',
    lines: [
      { id: lines[1]?.id, productId: wine, quantity: '1', unitPriceMinor: 1000 },
      { productId: oil, quantity: '2', unitPriceMinor: 100 },
    ],
  })
  expect(changed).toMatchObject({ status: 200, body: { version: 2 } })
  expect(await read(id)).toMatchObject({ goodsMinor: 1200, lineCount: 2, lines: [{ line: 2 }, { line: 3 }] })
  expect((await ana.ask('GET', `/api/orders/${id}/versions`)).body).toEqual({
    versions: [
      {
        version: 2,
        at: '2026-05-10T10:00:00.000Z',
        by: expect.objectContaining({ name: 'Zoe' }),
        source: '',
        changes: [
          { field: 'goodsMinor', from: 2000, to: 1200 },
          { field: 'note', from: null, to: 'Less of it' },
        ],
        lines: [
          expect.objectContaining({ line: 1, product: 'Oil', what: 'removed' }),
          expect.objectContaining({ line: 2, product: 'Wine', what: 'changed' }),
          expect.objectContaining({ line: 3, product: 'Oil', what: 'added' }),
        ],
      },
    ],
  })
})

test('of two people at once the second is told', async () => {
  const id = await entered()
  const cancel = { version: 1, reason: 'Ordered twice' }
  const both = await Promise.all(
    [ana, boss].map((who) => who.ask('POST', `/api/orders/${id}/cancel`, cancel)),
  )
  expect(both.map((one) => one.status).toSorted()).toEqual([200, 409])
  expect(await read(id)).toMatchObject({
    stage: 'cancelled',
    cancelReason: 'Ordered twice',
    version: 2,
    may: [],
  })
  expect(
    (await ana.ask('POST', `/api/orders/${id}/deliver`, { version: 2, on: '2026-05-05' })).body,
  ).toMatchObject({
    code: 'order-cancelled',
    rule: '5.1',
  })
})

test('delivered goods come back in parts, to the cent and never more than were delivered', async () => {
  const id = await entered()
  const back = (lines?: unknown, more = {}) =>
    ana.ask('POST', `/api/orders/${id}/returns`, {
      id: newId(),
      on: '2026-05-06',
      reason: 'Broken',
      lines,
      ...more,
    })
  expect((await back()).body).toMatchObject({ code: 'not-delivered' })
  await ana.ask('POST', `/api/orders/${id}/deliver`, { version: 1, on: '2026-05-05' })
  const { lines } = await read(id)
  const one = [{ lineId: lines[0]?.id, quantity: '1' }]
  const returnId = newId()
  const first = await back(one, { id: returnId })
  expect(first).toMatchObject({ status: 200 })
  expect(await back(one, { id: returnId })).toEqual(first)
  expect((await back([{ lineId: lines[0]?.id, quantity: '2.5' }])).body).toMatchObject({
    code: 'more-than-delivered',
    facts: { line: 1, left: '2', asked: '2.5' },
  })
  // Half a unit price each, 166.5: one part rounds up, the other makes up for it.
  await back(one)
  await back(one)
  expect((await back(one)).body).toMatchObject({ code: 'more-than-delivered' })
  await back()
  expect((await back()).body).toMatchObject({ code: 'nothing-left' })
  const order = await read(id)
  expect(order.returns.map((one_) => one_.goodsMinor).toSorted((a, b) => b - a)).toEqual([
    -166, -167, -167, -1500,
  ])
  expect(order.lines.map((line) => line.returned)).toEqual(['3', '1.5'])
  expect(order.stage).toBe('delivered')
  const returned = await read(returnId)
  expect(returned).toMatchObject({
    kind: 'return',
    of: { id },
    lines: [{ quantity: '-1', ofLineId: lines[0]?.id }],
  })
  // Called off, it counts no more.
  await ana.ask('POST', `/api/orders/${returnId}/cancel`, { version: 1, reason: 'It was not ours' })
  expect((await read(id)).lines[0]?.returned).toBe('2')
})

test('of two who take the last one back at once, one is refused', async () => {
  const id = await entered({ deliveredOn: '2026-05-04' })
  const lineId = (await read(id)).lines[0]?.id
  const tries = Array.from({ length: 4 }, () =>
    ana.ask('POST', `/api/orders/${id}/returns`, {
      id: newId(),
      on: '2026-05-06',
      reason: 'Broken',
      lines: [{ lineId, quantity: '2' }],
    }),
  )
  const done = await Promise.all(tries)
  expect(done.filter((one) => one.status === 200)).toHaveLength(1)
  expect((await read(id)).lines[0]?.returned).toBe('2')
})

test('who does not see the customer finds no order to change', async () => {
  const id = await entered()
  expect((await ben.ask('POST', `/api/orders/${id}/deliver`, { version: 1, on: '2026-05-05' })).status).toBe(
    404,
  )
  expect((await ben.ask('POST', '/api/orders', entry())).status).toBe(404)
})

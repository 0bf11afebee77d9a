import { afterAll, beforeAll, expect, test } from 'vitest'
import { ownServer } from '../../../test/database.ts'
import { type Asker, type Server, aCompany, aPerson } from '../../../test/make.ts'
import { someOrders } from '../../../test/orders.ts'
import { aCustomer } from '../../../test/register.ts'

let server: Server
let ana: Asker
let ben: Asker
let boss: Asker
let bar: string
let cafe: string

type Page = {
  rows: { id: string; orderedOn: string; customer: { id: string } }[]
  next: string | null
  totals: unknown
}
const page = async (who: Asker, query: string) => (await who.ask('GET', `/api/orders?${query}`)).body as Page
const days = ({ rows }: Page) => rows.map((row) => row.orderedOn)

beforeAll(async () => {
  server = await ownServer()
  const company = await aCompany(server)
  boss = await aPerson(server, company, 'Zoe', ['principal'])
  ana = await aPerson(server, company, 'Ana', ['salesperson'])
  ben = await aPerson(server, company, 'Ben', ['salesperson'])
  bar = await aCustomer(ana)
  cafe = await aCustomer(ben, { name: 'Café Luna' })
  await someOrders(server, company, [
    { customer: bar, person: ana.id, day: '2026-05-04', lines: [1200, -200] },
    { customer: bar, day: '2026-05-05', lines: [50], currency: 'USD' },
    { customer: cafe, person: ben.id, day: '2026-05-06', lines: [7] },
    { customer: cafe, person: ana.id, day: '2026-05-06', lines: [8] },
  ])
})
afterAll(() => server.stop())

test('the list goes from the newest on, page by page, with totals by currency at its head', async () => {
  const first = await page(boss, 'size=3')
  expect(days(first)).toEqual(['2026-05-06', '2026-05-06', '2026-05-05'])
  expect(first.totals).toEqual([
    { currency: 'EUR', orders: 3, returns: 0, goodsMinor: 1015, totalMinor: 1015 },
    { currency: 'USD', orders: 1, returns: 0, goodsMinor: 50, totalMinor: 50 },
  ])
  const second = await page(boss, `size=3&after=${encodeURIComponent(first.next ?? '')}`)
  expect(second).toMatchObject({ next: null, totals: null })
  expect(days(second)).toEqual(['2026-05-04'])
})

test.each([
  ['a customer', () => `customerId=${cafe}`, ['2026-05-06', '2026-05-06']],
  ['who took it', () => `personId=${ana.id}`, ['2026-05-06', '2026-05-04']],
  ['days', () => 'from=2026-05-05&to=2026-05-05', ['2026-05-05']],
  ['the name of a customer', () => 'q=cafe', ['2026-05-06', '2026-05-06']],
  ['stages', () => 'stage=ordered&stage=paid&from=2026-05-06', ['2026-05-06', '2026-05-06']],
  ['another stage', () => 'stage=delivered', []],
  ['a kind', () => 'kind=return', []],
])('it is filtered by %s', async (_by, query, found) => {
  expect(days(await page(boss, query()))).toEqual(found)
})

test('the start of its number finds an order', async () => {
  const [one] = (await page(boss, `customerId=${bar}`)).rows as unknown as { id: string; code: string }[]
  expect((await page(boss, `q=${one?.code.slice(0, 34).toUpperCase()}`)).rows).toMatchObject([
    { id: one?.id },
  ])
})

test('who sees a customer sees its orders, and nobody else does', async () => {
  expect((await page(ana, '')).rows.every((row) => row.customer.id === bar)).toBe(true)
  expect((await page(ana, '')).rows).toHaveLength(2)
  const [hidden] = (await page(ben, '')).rows
  expect((await ana.ask('GET', `/api/orders/${hidden?.id}`)).status).toBe(404)
  expect((await ana.ask('GET', `/api/orders/${hidden?.id}/versions`)).status).toBe(404)
  expect((await ana.ask('GET', `/api/customers/${cafe}/orders/months`)).status).toBe(404)
})

test('one order shows its lines, what they come to and what may be done', async () => {
  const order = (await page(boss, 'to=2026-05-04')).rows[0]
  expect((await ana.ask('GET', `/api/orders/${order?.id}`)).body).toMatchObject({
    stage: 'ordered',
    person: { name: 'Ana' },
    goodsMinor: 1000,
    lines: [
      {
        line: 0,
        quantity: '1',
        unitPriceMinor: 1200,
        totalMinor: 1200,
        returned: '0',
        product: { name: 'Oil' },
      },
      { line: 1, totalMinor: -200 },
    ],
    returns: [],
    receivables: [],
    of: null,
    may: ['change', 'deliver', 'cancel'],
  })
  expect((await ana.ask('GET', `/api/orders/${order?.id}/versions`)).body).toEqual({ versions: [] })
})

test('the orders of a customer by month, currencies apart', async () => {
  const months = (await ana.ask('GET', `/api/customers/${bar}/orders/months?months=120`)).body
  expect(months).toMatchObject({
    months: [
      { month: '2026-05', currency: 'EUR', orders: 1, returns: 0, goodsMinor: 1000 },
      { month: '2026-05', currency: 'USD', orders: 1, returns: 0, goodsMinor: 50 },
    ],
  })
})

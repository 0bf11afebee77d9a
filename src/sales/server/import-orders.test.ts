import { afterAll, beforeAll, expect, test } from 'vitest'
import { ownServer } from '../../../test/database.ts'
import { aDataFolder, bringIn, finishImport, rowsOfCompany } from '../../../test/import.ts'
import { type Asker, type Server, aCompany, aPerson } from '../../../test/make.ts'
import { aCustomer, someRows } from '../../../test/register.ts'

let server: Server
let company: string
let boss: Asker

beforeAll(async () => {
  server = await ownServer({ dataFolder: aDataFolder() })
  company = await aCompany(server)
  boss = await aPerson(server, company, 'Zoe', ['principal'])
  await aCustomer(boss, { code: 'BAR' })
  await someRows(server, company, 'product', [
    { code: 'OIL', name: 'Oil' },
    { code: 'WINE', name: 'Wine' },
  ])
})
afterAll(() => server.stop())

const bring = (entity: string, ...lines: string[]) => bringIn(server, company, entity, lines.join('\n'))
const orders = () =>
  rowsOfCompany<Record<string, unknown>>(
    server,
    company,
    `select code, kind, goods_minor, tax_minor, currency, delivered_on, cancelled_on,
    cancel_reason, reason, of_order_id is not null as linked, version,
    (select count(*)::int from sales_order_version v where v.order_id = o.id) as versions from sales_order o order by code`,
  )
const undoLast = async () => {
  const [last] = await rowsOfCompany<{ id: string }>(
    server,
    company,
    'select id from import order by id desc limit 1',
  )
  expect((await boss.ask('POST', `/api/imports/${last?.id}/undo`)).status).toBe(200)
  return await finishImport(server, company, last?.id ?? '')
}

test('a file says when orders were delivered or cancelled, and which are returns of which', async () => {
  await bring(
    'orders',
    'Order ID,Customer,Order date,Delivered on,Cancelled on,Cancel reason,Order type,Return of,Return reason,Tax,Currency',
    'A1,BAR,2026-05-04,2026-05-05,,,,,,2.10,EUR',
    'A2,BAR,2026-05-04,,2026-05-06,Too late,,,,,USD',
    'A3,BAR,2026-05-07,2026-05-07,,,Credit note,A1,Broken,,EUR',
  )
  await bring(
    'order-lines',
    'Order ID,Line,Product,Quantity,Unit price',
    'A1,1,OIL,3,1.00',
    'A1,2,WINE,1,5.00',
    'A2,1,OIL,1,1.00',
  )
  await bring('order-lines', 'Order ID,Line,Product,Quantity,Unit price', 'A3,1,OIL,-2,1.00')
  const none = {
    cancelled_on: null,
    cancel_reason: null,
    reason: null,
    linked: false,
    version: 1,
    versions: 0,
  }
  expect(await orders()).toEqual([
    {
      ...none,
      code: 'A1',
      kind: 'sale',
      goods_minor: 800,
      tax_minor: 210,
      currency: 'EUR',
      delivered_on: '2026-05-05',
    },
    {
      ...none,
      code: 'A2',
      kind: 'sale',
      goods_minor: 100,
      tax_minor: 0,
      currency: 'USD',
      delivered_on: null,
      cancelled_on: '2026-05-06',
      cancel_reason: 'Too late',
    },
    {
      ...none,
      code: 'A3',
      kind: 'return',
      goods_minor: -200,
      tax_minor: 0,
      currency: 'EUR',
      delivered_on: '2026-05-07',
      reason: 'Broken',
      linked: true,
    },
  ])
  expect(
    await rowsOfCompany(
      server,
      company,
      'select count(*)::int as n from sales_order_line where of_line_id is not null',
    ),
  ).toEqual([{ n: 1 }])
})

test('a correction is a version of the order, and so is what undoes it', async () => {
  await bring(
    'order-lines',
    'Order ID,Line,Product,Quantity,Unit price',
    'A1,1,OIL,4,1.00',
    'A1,3,WINE,1,1.00',
  )
  expect((await orders())[0]).toMatchObject({ goods_minor: 1000, version: 2, versions: 1 })
  expect(await undoLast()).toMatchObject({ state: 'undone' })
  expect((await orders())[0]).toMatchObject({ goods_minor: 800 })
})

test('what does not fit an order is said, cell by cell', async () => {
  const lines = [
    'Order ID,Line,Product,Quantity,Unit price,Currency',
    'A1,7,OIL,1,1.00,USD',
    'A3,7,OIL,1,1.00,EUR',
  ]
  expect(await bring('order-lines', ...lines)).toMatchObject({ summary: { created: 0, rejected: 2 } })
  const problems = await rowsOfCompany<{ problems: unknown }>(
    server,
    company,
    `select problems from import_row r
    where import_id = (select id from import order by id desc limit 1) order by row`,
  )
  expect(problems).toMatchObject([
    { problems: [{ code: 'other-currency', field: 'currency', value: 'USD', facts: { currency: 'EUR' } }] },
    { problems: [{ code: 'sign-of-return', field: 'quantity' }] },
  ])
  const heads = [
    'Order ID,Customer,Order date,Delivered on,Return of',
    'B1,BAR,2026-05-04,2026-05-01,',
    'B2,BAR,2026-05-04,,A1',
  ]
  expect(await bring('orders', ...heads)).toMatchObject({ summary: { created: 0, rejected: 2 } })
})

test('orders and lines that came by file go again, but for those that others refer to', async () => {
  await bring('orders', 'Order ID,Customer,Order date', 'C1,BAR,2026-05-04')
  await bring('order-lines', 'Order ID,Line,Product,Quantity,Unit price', 'C1,1,OIL,3,1.00')
  await undoLast()
  expect((await orders()).at(-1)).toMatchObject({ code: 'C1', goods_minor: 0, version: 1 })
  await bring('orders', 'Order ID,Customer,Order date,Order type,Return of', 'C2,BAR,2026-05-05,return,C1')
  expect((await orders()).at(-1)).toMatchObject({ code: 'C2', linked: true })
})

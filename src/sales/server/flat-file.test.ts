import { afterAll, beforeAll, expect, test } from 'vitest'
import { ownServer } from '../../../test/database.ts'
import { bringIn, rowsOfCompany, tryToImport } from '../../../test/import.ts'
import { type Server, aCompany } from '../../../test/make.ts'

let server: Server
let company: string
beforeAll(async () => {
  server = await ownServer()
  company = await aCompany(server)
})
afterAll(() => server.stop())

/** One flat file, as spreadsheets of sales are: a row a line, with what it came to in place of a price. */
const flat = `Row ID,Order ID,Order Date,Ship Date,Customer ID,Customer Name,City,Product ID,Category,Product Name,Sales,Quantity,Discount
1,CA-1,2016-11-08,2016-11-11,CG-1,Claire Gute,Madrid,FUR-1,Furniture,Bookcase,261.96,2,0
2,CA-1,2016-11-08,2016-11-11,CG-1,Claire Gute,Madrid,FUR-2,Furniture,Chair,731.945,3,0.2
3,CA-2,2016-06-12,2016-06-16,DV-1,Darrin Huff,Madrid,FUR-2,Furniture,Chair,14.62,2,0
4,CA-2,2016-06-12,2016-06-16,DV-1,Darrin Huff,Madrid,FUR-3,Furniture,Table,10.00,3,0
`
const counts = async (entity: string, file = flat) => (await bringIn(server, company, entity, file)).summary
const lines = () =>
  rowsOfCompany<Record<string, unknown>>(
    server,
    company,
    `select o.code as order, l.total_minor::int as total, l.unit_price_minor::int as price, l.rounding_minor as rounding
     from sales_order_line l join sales_order o on o.id = l.order_id order by o.code, l.line`,
  )

test('customers, products, orders and lines come out of one flat file, each line at exactly what it says', async () => {
  expect(await counts('customers')).toMatchObject({ created: 2, rejected: 0 })
  expect(await counts('products')).toMatchObject({ created: 3, rejected: 0 })
  expect(await counts('orders')).toMatchObject({ created: 2, rejected: 0 })
  expect(await counts('order-lines')).toMatchObject({ created: 4, rejected: 0 })
  expect(await lines()).toEqual([
    { order: 'CA-1', total: 26_196, price: 13_098, rounding: 0 },
    { order: 'CA-1', total: 73_195, price: 30_498, rounding: 0 },
    { order: 'CA-2', total: 1462, price: 731, rounding: 0 },
    { order: 'CA-2', total: 1000, price: 333, rounding: 1 },
  ])
})

test('the same again changes nothing, and an amount corrected changes that line alone', async () => {
  expect(await counts('order-lines')).toMatchObject({ unchanged: 4, updated: 0 })
  const corrected = flat.replace('Table,10.00,3', 'Table,11.00,3')
  expect(await counts('order-lines', corrected)).toMatchObject({ unchanged: 3, updated: 1 })
  expect((await lines()).at(-1)).toEqual({ order: 'CA-2', total: 1100, price: 367, rounding: -1 })
  const [sum] = await rowsOfCompany<{ goods: number }>(
    server,
    company,
    "select goods_minor::int as goods from sales_order where code = 'CA-2'",
  )
  expect(sum?.goods).toBe(2562)
})

test.each([
  ['an amount of nothing', 'Order ID,Product ID,Quantity,Sales\nCA-1,FUR-3,0,10\n'],
  [
    'a price that doesn’t come to the amount',
    'Order ID,Product ID,Quantity,Unit price,Amount\nCA-1,FUR-3,2,5,100\n',
  ],
  ['neither price nor amount', 'Order ID,Product ID,Quantity,Unit price,Amount\nCA-1,FUR-3,2,,\n'],
])('%s is rejected', async (_what, file) => {
  expect(await tryToImport(server, company, 'order-lines', file)).toMatchObject({
    summary: { created: 0, rejected: 1 },
  })
})

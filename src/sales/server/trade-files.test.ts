import { afterAll, beforeAll, expect, test } from 'vitest'
import { ownServer } from '../../../test/database.ts'
import { bringIn, finishImport, rowsOfCompany, tryToImport } from '../../../test/import.ts'
import { type Asker, type Server, aCompany, aPerson } from '../../../test/make.ts'
import type { OutletStock } from '../schema/stock.ts'

let server: Server
let company: string
let principal: Asker
beforeAll(async () => {
  server = await ownServer()
  company = await aCompany(server)
  principal = await aPerson(server, company, 'Carmen', ['principal'])
  await bringIn(server, company, 'products', 'code,name,price\nOIL,Oil,10\nSALT,Salt,1\n')
  await bringIn(server, company, 'customers', 'code,name,city\nC1,Bar Sol,Madrid\n')
  const list = { code: 'G', name: 'General', currency: 'EUR' }
  await principal.ask('POST', '/api/price-lists', list)
  await principal.ask('POST', '/api/price-lists', { ...list, code: 'USD', name: 'Dollars', currency: 'USD' })
})
afterAll(() => server.stop())

const priceRows = () =>
  rowsOfCompany<{ it: string }>(
    server,
    company,
    `select concat_ws(' ', l.code, p.code, trim_scale(r.least_quantity), r.from_day, r.unit_price_minor) as it
     from price r join price_list l on l.id = r.price_list_id join product p on p.id = r.product_id
     order by 1`,
  ).then((rows) => rows.map(({ it }) => it))

test('prices come by file with quantities and days, a second time unchanged, and go out as they came in', async () => {
  const file = [
    'Tarifa,Producto,Precio,Cantidad mínima,Válido desde',
    'G,OIL,"9,50",,2026-01-01',
    'General,OIL,"9,10",12,2026-01-01',
    'USD,SALT,"1,25",,2026-01-01',
    'NOBODY,OIL,1,,2026-01-01',
  ].join('\n')
  const first = await bringIn(server, company, 'prices', file)
  expect(first.counts).toMatchObject({ created: 3, rejected: 1 })
  const all = ['G OIL 0 2026-01-01 950', 'G OIL 12 2026-01-01 910', 'USD SALT 0 2026-01-01 125']
  expect(await priceRows()).toEqual(all)
  expect((await bringIn(server, company, 'prices', file)).counts).toEqual({ unchanged: 3, rejected: 1 })
  const changed = file.replace('9,50', '9,90')
  const second = await bringIn(server, company, 'prices', changed)
  expect(second.counts).toMatchObject({ updated: 1, unchanged: 2 })
  const out = await server.app.request('/api/exports/prices?format=csv', {
    headers: { cookie: principal.cookie },
  })
  const text = await out.text()
  expect(text).toContain('9.9')
  expect((await bringIn(server, company, 'prices', text)).counts).toEqual({ unchanged: 3 })
  await undone(second.id)
  expect(await priceRows()).toEqual(all)
  await undone(first.id)
})

test('a price in another currency than its list’s is refused', async () => {
  const done = await tryToImport(server, company, 'prices', 'list,product,price,currency\nUSD,OIL,3,EUR\n')
  expect(done).toMatchObject({ counts: { rejected: 1 } })
})

async function undone(id: string): Promise<void> {
  expect(await principal.ask('POST', `/api/imports/${id}/undo`)).toMatchObject({ status: 200 })
  const record = await finishImport(server, company, id)
  expect(record.state).toBe('undone')
}

test('counts come by file and give the sell-out; taken back they are withdrawn', async () => {
  const file =
    'customer,product,count date,counted,facings\nC1,OIL,2026-01-05,20,2\nC1,OIL,2026-01-12,6,\nC1,OIL,2999-01-01,6,\n'
  const done = await bringIn(server, company, 'stock-counts', file)
  expect(done.counts).toMatchObject({ created: 2, rejected: 1 })
  const { rows } = (await principal.ask('GET', '/api/customers')).body as { rows: { id: string }[] }
  const stock = async () =>
    ((await principal.ask('GET', `/api/customers/${rows[0]?.id}/stock`)).body as OutletStock).lines[0]
  expect(await stock()).toMatchObject({ sellOut: { quantity: 14, days: 7 }, daysOfStock: 3 })
  expect((await bringIn(server, company, 'stock-counts', file)).counts).toEqual({ unchanged: 2, rejected: 1 })
  const corrected = file.replace('01-12,6', '01-12,8')
  expect((await bringIn(server, company, 'stock-counts', corrected)).counts).toMatchObject({ created: 1 })
  expect(await stock()).toMatchObject({ sellOut: { quantity: 12 } })
  await undone(done.id)
  expect(await stock()).toMatchObject({ counted: { quantity: 8 }, sellOut: null })
})

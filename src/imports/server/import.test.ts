import { afterAll, beforeAll, expect, test } from 'vitest'
import { ownServer } from '../../../test/database.ts'
import { aDataFolder, bringIn, finishImport, pictureOf, rowsOfCompany } from '../../../test/import.ts'
import { type Asker, type Server, aCompany, aPerson } from '../../../test/make.ts'
import { asProgram } from '../../../test/register.ts'
import {
  oddCustomers,
  oddCustomersFile,
  oddLinesFile,
  oddOrders,
  oddOrdersFile,
  oddPeople,
  oddProducts,
  oddProductsFile,
} from '../../../test/odd-files.ts'

let server: Server
let company: string
let steward: Asker
beforeAll(async () => {
  server = await ownServer({ dataFolder: aDataFolder() })
  company = await aCompany(server)
  steward = await aPerson(server, company, 'Sara Steward', ['steward'])
})
afterAll(() => server.stop())

const none = { created: 0, updated: 0, unchanged: 0, rejected: 0, duplicates: 0 }
const rows = <Row>(text: string) => rowsOfCompany<Row>(server, company, text)

test('a first file comes in with nothing said about it; a second time nothing changes', async () => {
  const before = await rows('select 1 from customer_history')
  const first = await bringIn(server, company, 'customers', oddCustomersFile())
  expect(first.summary).toEqual({ ...none, created: oddCustomers })
  const [one] = await rows(`select name, city, region, country, phone, phone_e164, fax, located_by, status
    from customer where code = 'ODD04'`)
  expect(one).toEqual({
    name: 'Ernesto "El Rápido" Comidas',
    city: 'São Paulo',
    region: 'SP',
    country: 'BR',
    phone: '(11) 555-7614',
    phone_e164: '+55115557614',
    fax: '(11) 555-7699',
    located_by: 'approximate',
    status: 'active',
  })
  expect(await rows(`select count(*)::int as n from customer where latitude is null`)).toEqual([{ n: 0 }])
  expect(
    await rows(`select title, in_charge from contact k join customer c on c.id = k.customer_id
    where c.code = 'ODD01'`),
  ).toEqual([{ title: 'Marketing Manager, "South"', in_charge: true }])
  expect(await rows('select 1 from customer_history')).toHaveLength(before.length + oddCustomers)
  const again = await bringIn(server, company, 'customers', oddCustomersFile())
  expect(again.summary).toEqual({ ...none, unchanged: oddCustomers })
  expect(await rows('select 1 from customer_history')).toHaveLength(before.length + oddCustomers)
  expect(await rows('select count(*)::int as n from customer where version > 1')).toEqual([{ n: 0 }])
})

test('an edited file changes only what was edited, and undoing brings it back, approximate places included', async () => {
  const before = await pictureOf(server, company)
  const edited = await bringIn(server, company, 'customers', oddCustomersFile(true))
  expect(edited.summary).toEqual({ ...none, updated: 3, unchanged: oddCustomers - 3 })
  const history = await rows<{
    code: string
    fields: object
  }>(`select c.code, h.fields from customer_history h
    join customer c on c.id = h.customer_id where h.batch_id = '${edited.id}' order by c.code`)
  expect(history.map((entry) => [entry.code, Object.keys(entry.fields).toSorted()])).toEqual([
    ['ODD00', ['phone', 'phone_e164']],
    ['ODD01', ['phone', 'phone_e164']],
    [
      'ODD04',
      ['accuracy_m', 'city', 'country', 'latitude', 'longitude', 'phone_e164', 'postal_code', 'region'],
    ],
  ])
  expect(await steward.ask('POST', `/api/imports/${edited.id}/undo`)).toMatchObject({ status: 200 })
  expect(await finishImport(server, company, edited.id)).toMatchObject({
    state: 'undone',
    counts: { 'undone undone': 3 },
  })
  expect(await pictureOf(server, company)).toBe(before)
})

test('products, orders and lines follow, their amount exact; what they refer to must be there', async () => {
  const products = await bringIn(server, company, 'products', oddProductsFile())
  expect(products.summary).toEqual({ ...none, created: oddProducts })
  const early = await bringIn(server, company, 'orders', oddOrdersFile(), { dryRun: true })
  expect(early.summary).toEqual({ ...none, rejected: oddOrders })
  for (let at = 1; at <= oddPeople; at += 1) await aPerson(server, company, `P${at}`, ['salesperson'])
  await codePeople()
  expect((await bringIn(server, company, 'orders', oddOrdersFile())).summary.created).toBe(oddOrders)
  const lines = oddLinesFile()
  const brought = await bringIn(server, company, 'order-lines', lines.text)
  expect(brought.summary).toEqual({ ...none, created: lines.count })
  expect(brought.counts['amount EUR']).toBe(lines.amount)
  expect((await bringIn(server, company, 'order-lines', lines.text)).summary.unchanged).toBe(lines.count)
  expect((await bringIn(server, company, 'orders', oddOrdersFile())).summary.unchanged).toBe(oddOrders)
})

/** The salespeople of the test get the codes that the file speaks of. */
async function codePeople(): Promise<void> {
  await asProgram(server, company, async (tx, changes) => {
    const people = await tx.selectFrom('person').select(['id', 'name']).where('name', 'like', 'P_').execute()
    for (const { id, name } of people) {
      await tx
        .updateTable('person')
        .set({ code: name.slice(1) })
        .where('id', '=', id)
        .execute()
      changes.add('person', id)
    }
  })
}

test('undoing the first import keeps customers with orders, and takes them when those are undone first', async () => {
  const imports = (await steward.ask('GET', '/api/imports')).body as {
    imports: { id: string; entity: string; counts: Record<string, number> }[]
  }
  const made = (entity: string) =>
    imports.imports.find((one) => one.entity === entity && (one.counts['created'] ?? 0) > 0)?.id ?? ''
  const undo = async (entity: string) => {
    expect(await steward.ask('POST', `/api/imports/${made(entity)}/undo`)).toMatchObject({ status: 200 })
    return (await finishImport(server, company, made(entity))).counts
  }
  expect(await undo('customers')).toMatchObject({ 'undone has-later-work': oddCustomers })
  const kept = await steward.ask('GET', `/api/imports/${made('customers')}/rows?only=kept`)
  expect((kept.body as { rows: unknown[] }).rows).toHaveLength(oddCustomers)
  expect(await undo('order-lines')).toMatchObject({ 'undone undone': oddLinesFile().count })
  expect(await undo('orders')).toMatchObject({ 'undone undone': oddOrders })
  expect(await undo('products')).toMatchObject({ 'undone undone': oddProducts })
  expect(await rows('select 1 from customer')).toHaveLength(oddCustomers)
})

test('a whole import of customers can be taken back, leaving nothing that anybody sees, and come in again', async () => {
  const other = await aCompany(server)
  const empty = await pictureOf(server, other)
  const first = await bringIn(server, other, 'customers', oddCustomersFile())
  const boss = await aPerson(server, other, 'Berta', ['principal'])
  expect(await boss.ask('POST', `/api/imports/${first.id}/undo`)).toMatchObject({ status: 200 })
  expect(await finishImport(server, other, first.id)).toMatchObject({
    state: 'undone',
    counts: { 'undone undone': oddCustomers },
  })
  expect(await pictureOf(server, other)).toBe(empty)
  expect(await rowsOfCompany(server, other, `select 1 from app.search('customer', 'rapido', 10)`)).toEqual([])
  const again = await bringIn(server, other, 'customers', oddCustomersFile())
  expect(again.summary).toEqual({ ...none, created: oddCustomers })
})

test('a customer that somebody changed after the import is left as it is, and the others go', async () => {
  const other = await aCompany(server)
  const boss = await aPerson(server, other, 'Bruno', ['principal'])
  const first = await bringIn(server, other, 'customers', oddCustomersFile())
  const [customer] = await rowsOfCompany<{ id: string; version: number }>(
    server,
    other,
    `select id, version from customer where code = 'ODD07'`,
  )
  const changed = await boss.ask('PATCH', `/api/customers/${customer?.id}`, {
    set: { channel: [null, 'bar'] },
  })
  expect(changed.status).toBe(200)
  await boss.ask('POST', `/api/imports/${first.id}/undo`)
  expect((await finishImport(server, other, first.id)).counts).toMatchObject({
    'undone undone': oddCustomers - 1,
    'undone changed-since': 1,
  })
  expect(await rowsOfCompany(server, other, 'select code, channel from customer')).toEqual([
    { code: 'ODD07', channel: 'bar' },
  ])
})

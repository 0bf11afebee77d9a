import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ownServer } from '../../test/database.ts'
import { finishImport, pictureOf, rowsOfCompany } from '../../test/import.ts'
import { type Server, aPerson } from '../../test/make.ts'
import { hasNorthwind, northwindFile, northwindOrders } from '../../test/northwind.ts'
import { startProgram } from '../../test/program.ts'
import { companiesHere } from '../people/server/queries/company.ts'

describe.runIf(hasNorthwind)('Northwind by the command line', () => {
  let server: Server
  let data: string
  let company: string
  const relevo = async (...words: string[]) => {
    const program = startProgram([...words, '--json'], { DATABASE_URL: server.url, RELEVO_DATA: data })
    await program.ended
    const lines = program.printed().trim().split('\n')
    expect(lines).toHaveLength(1)
    return JSON.parse(lines[0] ?? '') as Record<string, unknown>
  }
  const bring = (entity: string, file: string) => relevo('import', entity, northwindFile(file))
  const rows = <Row>(text: string) => rowsOfCompany<Row>(server, company, text)
  beforeAll(async () => {
    data = await mkdtemp(join(tmpdir(), 'northwind-'))
    server = await ownServer({ dataFolder: data })
    await relevo('company', 'create', 'Northwind', '--country', 'US', '--currency', 'USD')
    company = (await companiesHere(server.services.db))[0]?.id ?? ''
  })
  afterAll(async () => {
    await server.stop()
    await rm(data, { recursive: true, force: true })
  })
  const none = { created: 0, updated: 0, unchanged: 0, rejected: 0, duplicates: 0 }
  const files = [
    ['people', 'salespeople.csv', 9],
    ['customers', 'customers.csv', 91],
    ['products', 'products.csv', 77],
    ['orders', 'orders.csv', 830],
    ['order-lines', 'order_lines.csv', 2155],
  ] as const

  test('everything comes in, nothing rejected, no duplicate invented, and again changes nothing', async () => {
    for (const [entity, file, created] of files)
      expect(await bring(entity, file)).toEqual({ ...none, created })
    const before = await rows('select count(*)::int as n from customer_history')
    for (const [entity, file, unchanged] of files)
      expect(await bring(entity, file)).toEqual({ ...none, unchanged })
    expect(await rows('select count(*)::int as n from customer_history')).toEqual(before)
    expect(await rows('select count(*)::int as n from posting where manager_id is not null')).toEqual([
      { n: 8 },
    ])
    expect(
      await rows(`select count(*)::int as n, count(distinct city)::int as cities from customer
      where located_by = 'approximate'`),
    ).toEqual([{ n: 91, cities: 69 }])
    expect(await rows('select sum(total_minor)::bigint as cents from sales_order_line')).toEqual([
      { cents: 126_579_329 },
    ])
  }, 180_000)

  test('totals are exact to the cent, and the same through the API, which finds them unchanged', async () => {
    const totals = async () => [
      await rows('select sum(goods_minor)::bigint as cents, count(*)::int as n from sales_order'),
      await rows(`select sum(o.goods_minor)::bigint as cents from sales_order o
        join person p on p.id = o.person_id where p.name = 'Nancy Davolio'`),
    ]
    const exact = [[{ cents: 126_579_329, n: 830 }], [{ cents: 19_210_767 }]]
    expect(await totals()).toEqual(exact)
    const boss = await aPerson(server, company, 'Bea', ['principal'])
    const push = async (orders: readonly unknown[]) =>
      (await boss.ask('POST', '/api/orders/batches', { source: 'erp', orders })).body as { counts: unknown }
    const nothing = { created: 0, updated: 0, unchanged: 0, stale: 0, rejected: 0 }
    const orders = northwindOrders()
    expect(await push(orders)).toMatchObject({ counts: { ...nothing, unchanged: 830 } })
    // Again as orders of their own: nothing but the API brought these.
    const again = orders.map((order) => ({ ...order, number: `N${order.number}` }))
    expect(await push(again)).toMatchObject({ counts: { ...nothing, created: 830 } })
    expect(
      await rows(`select sum(o.goods_minor)::bigint as cents, count(*)::int as n,
        sum(o.goods_minor) filter (where p.name = 'Nancy Davolio')::bigint as nancy
        from sales_order o left join person p on p.id = o.person_id where o.code like 'N%'`),
    ).toEqual([{ cents: 126_579_329, n: 830, nancy: 19_210_767 }])
    expect(await relevo('verify')).toMatchObject({ ok: true })
  }, 120_000)

  test('an edited file updates only what changed, and undoing brings it back', async () => {
    const text = await readFile(northwindFile('customers.csv'), 'utf8')
    const edited = join(data, 'edited.csv')
    await writeFile(
      edited,
      text.replace('Obere Str. 57', 'Obere Str. 58').replace('(5) 555-3932', '(5) 555-3933'),
    )
    const before = await pictureOf(server, company)
    expect(await relevo('import', 'customers', edited, '--dry-run')).toEqual({
      ...none,
      updated: 2,
      unchanged: 89,
    })
    expect(await pictureOf(server, company)).toBe(before)
    expect(await relevo('import', 'customers', edited)).toEqual({ ...none, updated: 2, unchanged: 89 })
    expect(await rows(`select fields from customer_history where act = 'changed' order by id`)).toEqual([
      { fields: { street: ['Obere Str. 57', 'Obere Str. 58'] } },
      { fields: { phone: ['(5) 555-3932', '(5) 555-3933'] } },
    ])
    const steward = await aPerson(server, company, 'Sara', ['steward'])
    const [last] = await rows<{ id: string }>('select id from import order by id desc limit 1')
    expect((await steward.ask('POST', `/api/imports/${last?.id}/undo`)).status).toBe(200)
    expect(await finishImport(server, company, last?.id ?? '')).toMatchObject({ state: 'undone' })
    expect(await pictureOf(server, company)).toBe(before)
  }, 120_000)
})

import { afterAll, beforeAll, expect, test } from 'vitest'
import { ownServer } from '../../../test/database.ts'
import { aDataFolder, bringIn, rowsOfCompany } from '../../../test/import.ts'
import { type Server, aCompany, aPerson } from '../../../test/make.ts'
import {
  oddCustomers,
  oddCustomersFile,
  oddLinesFile,
  oddOrdersFile,
  oddPeopleFile,
  oddProductsFile,
} from '../../../test/odd-files.ts'
import { programActor } from '../../people/server/queries/actor.ts'
import { exportingOf } from '../../program/exports.ts'
import { isRefusal } from '../../values/refusal.ts'
import { type ExportFormat, exportFile } from './commands/export.ts'

let server: Server
let company: string
beforeAll(async () => {
  server = await ownServer({ dataFolder: aDataFolder() })
  company = await aCompany(server)
  await bringIn(server, company, 'people', oddPeopleFile())
  await bringIn(server, company, 'customers', oddCustomersFile())
  await bringIn(
    server,
    company,
    'customers',
    'code,name,country,latitude,longitude,credit limit,payment days,tags,owner,parent,note\n' +
      'X1,"=1+1",Spain,40.4168,-3.7038,1234.56,30,"bar,vip",2,ODD01,"one\ntwo"\n',
  )
  await bringIn(server, company, 'products', oddProductsFile())
  await bringIn(server, company, 'orders', oddOrdersFile())
  await bringIn(server, company, 'order-lines', oddLinesFile().text)
})
afterAll(() => server.stop())

async function fileOf(entity: string, format: ExportFormat): Promise<Buffer> {
  const made = await exportFile(exportingOf(server.services), programActor(company), entity, format)
  if (isRefusal(made)) throw new Error(made.refused)
  const pieces: Uint8Array[] = []
  for await (const piece of made.bytes) pieces.push(piece)
  return Buffer.concat(pieces)
}

test.each(['people', 'customers', 'products', 'orders', 'order-lines'])(
  'what is handed out of %s comes in again as CSV and XLSX and changes nothing',
  async (entity) => {
    for (const format of ['csv', 'xlsx'] as const) {
      const again = await bringIn(server, company, entity, await fileOf(entity, format))
      expect(again.summary).toMatchObject({ created: 0, updated: 0, rejected: 0, duplicates: 0 })
      expect(again.summary.unchanged).toBeGreaterThan(0)
    }
  },
)

test('a cell that a spreadsheet would run is made harmless, and JSON is one array', async () => {
  expect((await fileOf('customers', 'csv')).toString()).toContain(`X1,"'=1+1"`)
  const parsed = JSON.parse((await fileOf('customers', 'json')).toString()) as Record<string, unknown>[]
  expect(parsed).toHaveLength(oddCustomers + 1)
  expect(parsed.find((one) => one['code'] === 'X1')).toMatchObject({
    name: '=1+1',
    latitude: 40.4168,
    credit_limit: '1234.56',
    tags: ['bar', 'vip'],
    owner: '2',
    parent: 'ODD01',
  })
})

test('a manager gets what they see, a salesperson nothing, and each handing out is noted', async () => {
  const boss = await aPerson(server, company, 'Berta', ['principal'])
  const manager = await aPerson(server, company, 'Mara', ['manager'])
  const seller = await aPerson(server, company, 'Vera', ['salesperson'])
  expect((await seller.ask('GET', '/api/exports/customers?format=json')).status).toBe(403)
  expect((await manager.ask('GET', '/api/exports/people?format=json')).status).toBe(403)
  const all = await boss.ask('GET', '/api/exports/customers?format=json')
  expect(all.body as unknown[]).toHaveLength(oddCustomers + 1)
  expect((await boss.ask('GET', '/api/exports/orders?format=doc')).status).toBe(400)
  expect(
    await rowsOfCompany(
      server,
      company,
      `select action, row_count, detail from access_log where person_id = '${boss.id}' and action like '%exported'`,
    ),
  ).toEqual([{ action: 'customers.exported', row_count: oddCustomers + 1, detail: { format: 'json' } }])
})

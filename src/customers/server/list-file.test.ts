import { afterAll, beforeAll, expect, test } from 'vitest'
import { ownServer } from '../../../test/database.ts'
import { rowsOfCompany } from '../../../test/import.ts'
import { type Server, aCompany, aPerson } from '../../../test/make.ts'
import { aCustomer } from '../../../test/register.ts'
import { programActor } from '../../people/server/queries/actor.ts'
import { isRefusal } from '../../values/refusal.ts'
import type { CustomerFilter } from '../schema/filter.ts'
import { customerListFile } from './commands/list-file.ts'

let server: Server
let company: string
beforeAll(async () => {
  server = await ownServer()
  company = await aCompany(server)
})
afterAll(() => server.stop())

test('the list goes out as it is filtered, with the rights of whoever asks, and it is noted', async () => {
  const steward = await aPerson(server, company, 'Sara', ['steward'])
  await aCustomer(steward, { name: 'Bar Uno', tier: 'A', city: 'Valencia' })
  await aCustomer(steward, { name: 'Bar Dos', tier: 'B', city: 'Valencia' })
  await aCustomer(steward, { name: 'Bar Tres', tier: 'A', city: 'Bilbao' })
  const fileOf = async (filter: CustomerFilter, format: 'csv' | 'xlsx') => {
    const made = await customerListFile(server.services, programActor(company), filter, format)
    if (isRefusal(made)) throw new Error(made.refused)
    const pieces: Uint8Array[] = []
    for await (const piece of made.bytes) pieces.push(piece)
    return Buffer.concat(pieces)
  }
  const names = async (filter: CustomerFilter) =>
    ((await fileOf(filter, 'csv')).toString().match(/Bar \w+/gu) ?? []).toSorted()
  expect(await names({})).toEqual(['Bar Dos', 'Bar Tres', 'Bar Uno'])
  expect(await names({ tier: ['A'] })).toEqual(['Bar Tres', 'Bar Uno'])
  expect(await names({ tier: ['A', 'B'], city: ['Valencia'] })).toEqual(['Bar Dos', 'Bar Uno'])
  expect((await fileOf({ tier: ['A'] }, 'xlsx')).subarray(0, 2).toString()).toBe('PK')
  expect(
    await rowsOfCompany(
      server,
      company,
      `select detail, row_count from access_log where action = 'customers.exported' order by id desc limit 1`,
    ),
  ).toEqual([{ detail: { format: 'xlsx', filtered: true }, row_count: 2 }])
  expect((await steward.ask('GET', '/api/customers/file?tier=A&tier=B&format=csv')).status).toBe(200)
  expect((await steward.ask('GET', '/api/customers/file?tier=Z')).status).toBe(400)
  const ana = await aPerson(server, company, 'Ana', ['salesperson'])
  expect((await ana.ask('GET', '/api/customers/file')).status).toBe(403)
})

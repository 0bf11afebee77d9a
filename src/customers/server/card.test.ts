import { afterAll, beforeAll, expect, test } from 'vitest'
import { ownServer } from '../../../test/database.ts'
import { rowsOfCompany } from '../../../test/import.ts'
import { type Server, aCompany, aPerson } from '../../../test/make.ts'
import { aCustomer } from '../../../test/register.ts'
import { programActor } from '../../people/server/queries/actor.ts'
import { customerCards } from './commands/card.ts'

let server: Server
beforeAll(async () => {
  server = await ownServer()
})
afterAll(() => server.stop())

test('a customer and its contact as cards, noted; another company gets nothing', async () => {
  const company = await aCompany(server)
  const boss = await aPerson(server, company, 'Berta', ['principal'])
  const stranger = await aPerson(server, await aCompany(server), 'Olga', ['principal'])
  const id = await aCustomer(boss, { name: 'Bar Sol', contacts: [{ name: 'Lola', phone: '600 111 222' }] })
  const cards = await customerCards(server.services, programActor(company), id)
  expect(cards).toMatchObject({ text: expect.stringContaining('FN:Lola\r\nORG:Bar Sol\r\nTEL;VALUE=uri') })
  expect((await stranger.ask('GET', `/api/customers/${id}/card.vcf`)).status).toBe(404)
  expect(
    await rowsOfCompany(server, company, `select row_count from access_log where action = 'cards.exported'`),
  ).toEqual([{ row_count: 2 }])
})

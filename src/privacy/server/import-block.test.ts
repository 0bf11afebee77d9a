import { afterAll, beforeAll, expect, test } from 'vitest'
import { ownServer } from '../../../test/database.ts'
import { aDataFolder, bringIn } from '../../../test/import.ts'
import { type Asker, type Server, aCompany, aPerson } from '../../../test/make.ts'

let server: Server
let company: string
let steward: Asker
beforeAll(async () => {
  server = await ownServer({ dataFolder: aDataFolder() })
  company = await aCompany(server)
  steward = await aPerson(server, company, 'Sol', ['steward'])
})
afterAll(() => server.stop())

const file = (...rows: string[]) => ['Code,Name,Contact name,Contact phone,Contact email', ...rows].join('\n')

test('who was erased does not come back by a file: by phone, by e-mail, or by name at the same outlet', async () => {
  const eva = 'E1,Bar Sol,Eva Montes,611 000 111,eva@example.com'
  expect((await bringIn(server, company, 'customers', file(eva))).summary).toMatchObject({ created: 1 })
  const opened = await steward.ask('POST', '/api/privacy/requests', {
    kind: 'erase',
    subject: { name: 'Eva Montes' },
  })
  const { id } = opened.body as { id: string }
  const found = (await steward.ask('POST', `/api/privacy/requests/${id}/find`, {})).body as {
    contacts: { id: string }[]
  }
  const contactIds = found.contacts.map((contact) => contact.id)
  expect(contactIds).toHaveLength(1)
  const erased = await steward.ask('POST', `/api/privacy/requests/${id}/erasure`, {
    contactIds,
    customerIds: [],
    documentIds: [],
  })
  expect(erased.status).toBe(200)
  const again = file(
    eva,
    'E2,Bar Luna,E. M.,+34 611000111,',
    'E3,Bar Mar,Somebody,,EVA@example.com',
    'E4,Bar Pez,Eva Montes,,',
  )
  expect((await bringIn(server, company, 'customers', again)).summary).toMatchObject({
    created: 1,
    updated: 0,
    rejected: 3,
  })
  const byName = file('E1,Bar Sol,Eva Montes,,')
  expect((await bringIn(server, company, 'customers', byName)).summary).toMatchObject({
    updated: 0,
    rejected: 1,
  })
})

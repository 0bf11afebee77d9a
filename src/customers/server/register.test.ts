import { afterAll, beforeAll, expect, test } from 'vitest'
import { ownServer } from '../../../test/database.ts'
import { type Asker, type Server, aCompany, aPerson } from '../../../test/make.ts'

let server: Server
let ana: Asker
let principal: Asker
beforeAll(async () => {
  server = await ownServer()
  const company = await aCompany(server)
  principal = await aPerson(server, company, 'Carmen', ['principal'])
  ana = await aPerson(server, company, 'Ana', ['salesperson'], { managerId: principal.id })
})
afterAll(() => server.stop())

test('a registered customer is in the list of its salesperson and of the principal', async () => {
  const made = await ana.ask('POST', '/api/customers', {
    name: 'Bar Sol',
    city: 'Madrid',
    phone: '915 55 11 22',
    contacts: [{ name: 'Lola Flores', phone: '600 111 222', inCharge: true }],
  })
  expect(made).toMatchObject({ status: 200, body: { code: '1001', ownerId: ana.id } })
  for (const who of [ana, principal]) {
    expect(await who.ask('GET', '/api/customers')).toMatchObject({
      status: 200,
      body: {
        total: 1,
        rows: [
          { name: 'Bar Sol', phoneE164: '+34915551122', contactName: 'Lola Flores', owner: { name: 'Ana' } },
        ],
      },
    })
  }
  const id = (made.body as { id: string }).id
  expect(await ana.ask('GET', `/api/customers/${id}`)).toMatchObject({
    status: 200,
    body: { name: 'Bar Sol', holders: [{ role: 'owner', cause: 'registered' }], completeness: { score: 35 } },
  })
})

import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Asker } from '../../../test/make.ts'
import { aCustomer } from '../../../test/register.ts'
import { type Stewarded, aStewardedCompany } from '../../../test/stewarded.ts'

let on: Stewarded
beforeAll(async () => {
  on = await aStewardedCompany()
})
afterAll(() => on.server.stop())

const sheets = (who: Asker, query: string) =>
  on.server.app.request(`/api/sheets?${query}`, { headers: { cookie: who.cookie } })

const place = (latitude: number) => ({ latitude, longitude: -3, accuracyM: 5, locatedBy: 'pinned' })

test('the sheets of a person’s customers are one page with map, contacts and hours, safe from what people type; logged', async () => {
  await aCustomer(on.ana, {
    name: '<script>alert(1)</script>',
    location: place(40),
    contacts: [{ name: 'Eva <b>', phone: '600 000 001', inCharge: true }],
    openingHours: [{ day: 1, from: '09:00', to: '14:00' }],
  })
  await aCustomer(on.ana, { name: 'Bar Sol', location: place(41) })
  await aCustomer(on.ben, { name: 'Somebody else’s' })
  const answer = await sheets(on.ana, `person=${on.ana.id}`)
  expect(answer.status).toBe(200)
  expect(answer.headers.get('content-disposition')).toMatch(/^attachment/)
  const page = await answer.text()
  for (const part of ['&lt;script&gt;', 'Eva &lt;b&gt;', '600 000 001', '09:00–14:00', '<svg', 'Bar Sol'])
    expect(page).toContain(part)
  for (const part of ['<script', 'src=', 'Somebody']) expect(page).not.toContain(part)
  const log = await on.principal.ask('GET', '/api/access-log')
  expect(JSON.stringify(log.body)).toContain('customers.printed')
})

test('another’s book and an area are for those who may export; strangers find nothing', async () => {
  const customer = await aCustomer(on.ben)
  expect((await sheets(on.ana, `person=${on.ben.id}`)).status).toBe(403)
  expect((await sheets(on.ana, `territory=${customer}`)).status).toBe(403)
  expect((await sheets(on.ana, `customer=${customer}`)).status).toBe(404)
  expect((await sheets(on.stranger, `person=${on.ben.id}`)).status).toBe(404)
  expect((await sheets(on.sol, `person=${on.ben.id}`)).status).toBe(200)
  expect((await sheets(on.sol, 'customer=1')).status).toBe(400)
})

import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ownServer } from '../../../test/database.ts'
import { type Asker, type Server, aCompany, aPerson } from '../../../test/make.ts'
import { aCustomer, asProgram } from '../../../test/register.ts'
import { completenessOf } from '../completeness.ts'
import { defaultSettings } from '../settings.ts'
import { rescoreAll } from './commands/settings.ts'
import { filledParts } from './queries/completeness.ts'

let server: Server
let principal: Asker
let steward: Asker
let ana: Asker
let stranger: Asker
beforeAll(async () => {
  server = await ownServer()
  const company = await aCompany(server)
  principal = await aPerson(server, company, 'Carmen', ['principal'])
  steward = await aPerson(server, company, 'Sara', ['steward'])
  ana = await aPerson(server, company, 'Ana', ['salesperson'], { managerId: principal.id })
  stranger = await aPerson(server, await aCompany(server), 'Zoe', ['principal'])
})
afterAll(() => server.stop())
type Area = { id: string; version: number }
const areas = (who = principal) => who.ask('GET', '/api/territories')

test('views: own and shared, changed by their owner only', async () => {
  const view = {
    name: 'A in Madrid',
    shared: true,
    filter: { tier: ['A'] },
    columns: ['name'],
    sort: '-name',
  }
  const made = await ana.ask('POST', '/api/views', view)
  expect(made).toMatchObject({
    status: 200,
    body: { ...view, mine: true, shows: 'list', owner: { name: 'Ana' } },
  })
  expect(await ana.ask('POST', '/api/views', view)).toMatchObject({
    status: 409,
    body: { code: 'name-taken' },
  })
  await ana.ask('POST', '/api/views', { ...view, name: 'Private', shared: false })
  expect(await principal.ask('GET', '/api/views')).toMatchObject({
    body: { views: [{ name: 'A in Madrid', mine: false }] },
  })
  expect(((await stranger.ask('GET', '/api/views')).body as { views: unknown[] }).views).toEqual([])
  const path = `/api/views/${(made.body as Area).id}`
  for (const who of [principal, stranger]) {
    expect((await who.ask('PUT', path, view)).status).toBe(404)
    expect((await who.ask('DELETE', path)).status).toBe(404)
  }
  expect(await ana.ask('PUT', path, { ...view, shared: false })).toMatchObject({ body: { version: 2 } })
  expect((await ana.ask('DELETE', path)).status).toBe(200)
})

test('products: added, changed at the version seen, carried by outlets', async () => {
  const made = await steward.ask('POST', '/api/products', {
    code: 'AG',
    name: 'Agua',
    category: 'Water',
    price: { minor: 95, currency: 'EUR' },
  })
  expect(made).toMatchObject({ status: 200, body: { price: { minor: 95 }, version: 1, outlets: 0 } })
  const { id } = made.body as Area
  expect((await ana.ask('POST', '/api/products', { code: 'B', name: 'B' })).status).toBe(403)
  expect(await steward.ask('POST', '/api/products', { code: 'AG', name: 'Otra' })).toMatchObject({
    body: { code: 'code-taken' },
  })
  expect(await steward.ask('PATCH', `/api/products/${id}`, { version: 1, name: 'Agua fría' })).toMatchObject({
    body: { version: 2, category: 'Water' },
  })
  expect(await steward.ask('PATCH', `/api/products/${id}`, { version: 1, name: 'x' })).toMatchObject({
    status: 409,
    body: { code: 'changed-since' },
  })
  expect((await stranger.ask('PATCH', `/api/products/${id}`, { version: 2, name: 'x' })).status).toBe(404)
  const customer = await aCustomer(ana, { name: 'Bar Sol' })
  expect(
    (await ana.ask('PUT', `/api/customers/${customer}/products/${id}`, { quantity: 12, facings: 3 })).status,
  ).toBe(200)
  await ana.ask('PUT', `/api/customers/${customer}/products/${id}`, { facings: 4 })
  expect(await ana.ask('GET', `/api/customers/${customer}`)).toMatchObject({
    body: { products: [{ code: 'AG', quantity: 12, facings: 4 }] },
  })
  expect(await ana.ask('GET', '/api/products?q=fria&category=Water')).toMatchObject({
    body: { total: 1, rows: [{ outlets: 1 }], categories: [{ value: 'Water', count: 1 }] },
  })
  expect((await ana.ask('DELETE', `/api/customers/${customer}/products/${id}`)).status).toBe(200)
  const { entries } = (await ana.ask('GET', `/api/customers/${customer}/timeline?kind=product`)).body as {
    entries: { what: string; subject: string }[]
  }
  expect(entries.map(({ what, subject }) => `${what} ${subject}`)).toEqual([
    'removed Agua fría',
    'changed Agua fría',
    'created Agua fría',
  ])
  expect((await ana.ask('PUT', `/api/customers/${customer}/products/${customer}`, {})).status).toBe(409)
})

test('areas: the steward sells elsewhere, customers fall in by what is covered, and out when it goes', async () => {
  const both = { name: 'Centro', stewardId: ana.id, salespeople: [ana.id] }
  expect(await principal.ask('POST', '/api/territories', both)).toMatchObject({
    status: 409,
    body: { code: 'steward-sells-there', rule: '1.3' },
  })
  const made = await principal.ask('POST', '/api/territories', {
    ...both,
    stewardId: steward.id,
    covers: { countries: ['ES'], regions: [], cities: ['Toledo'] },
  })
  expect(made).toMatchObject({
    status: 200,
    body: { steward: { name: 'Sara' }, salespeople: [{ name: 'Ana' }] },
  })
  const { id } = made.body as Area
  expect((await ana.ask('POST', '/api/territories', { name: 'Mine' })).status).toBe(403)
  const swap = { version: 1, stewardId: ana.id, salespeople: [steward.id] }
  expect(await principal.ask('PATCH', `/api/territories/${id}`, swap)).toMatchObject({
    body: { steward: { name: 'Ana' }, salespeople: [{ name: 'Sara' }] },
  })
  expect(
    await principal.ask('PATCH', `/api/territories/${id}`, { version: 2, salespeople: [ana.id] }),
  ).toMatchObject({ body: { code: 'steward-sells-there' } })
  expect((await stranger.ask('PATCH', `/api/territories/${id}`, { version: 2, name: 'x' })).status).toBe(404)
  const customer = await aCustomer(ana, { name: 'Bar Toledo', city: 'toledo' })
  expect(await ana.ask('GET', `/api/customers/${customer}`)).toMatchObject({
    body: { territory: { name: 'Centro', steward: { name: 'Ana' } } },
  })
  await principal.ask('PATCH', `/api/customers/${customer}`, { set: { territoryId: [id, null] } })
  const placed = await principal.ask('POST', '/api/territories/place', { again: false })
  expect(placed).toMatchObject({ body: { placed: 1 } })
  expect(await principal.ask('POST', '/api/territories/place', { again: true })).toMatchObject({
    body: { placed: 0, batchId: null },
  })
  const { batchId } = placed.body as { batchId: string }
  expect(await principal.ask('POST', `/api/customers/edit/${batchId}/undo`)).toMatchObject({
    body: { restored: 1 },
  })
  await principal.ask('POST', '/api/territories/place', { again: false })
  expect(await areas()).toMatchObject({ body: { territories: [{ customers: 1 }] } })
  expect((await principal.ask('DELETE', `/api/territories/${id}`)).status).toBe(200)
  expect(await principal.ask('GET', `/api/customers/${customer}`)).toMatchObject({
    body: { territory: null },
  })
})

test('the score that the database computes is the rule’s, for profiles of every kind, also with other weights', async () => {
  const place = { latitude: 40, longitude: -3, accuracyM: 1, locatedBy: 'pinned' }
  const hours = [{ day: 1, from: '09:00', to: '14:00' }]
  const parts: Record<string, unknown>[] = [
    { street: 'Mayor 1', city: 'Madrid' },
    { location: place },
    { phone: '915551122' },
    { email: 'a@example.com' },
    { contacts: [{ name: 'Lola', inCharge: true }] },
    { contacts: [{ name: 'Lola', inCharge: true, phone: '600111222' }] },
    { channel: 'bar', tier: 'A' },
    { openingHours: hours, visitHours: [] },
    { taxId: 'B1', paymentDays: 0 },
    {},
  ]
  const ids: string[] = []
  for (const [at, part] of parts.entries())
    ids.push(await aCustomer(principal, { name: `P${at}`, ...part, ...parts[(at + 3) % parts.length] }))
  const scores = () =>
    asProgram(server, principal.companyId, async (tx) => {
      const { rows } = await sql<{
        id: string
        completeness: number
      }>`select id, completeness from customer where id = any (${ids}::uuid[])`.execute(tx)
      return await Promise.all(
        rows.map(async ({ id, completeness }) => ({ completeness, filled: await filledParts(tx, id) })),
      )
    })
  for (const { completeness, filled } of await scores())
    expect(completeness).toBe(completenessOf(filled, defaultSettings.weights).score)
  const weights = { ...defaultSettings.weights, location: 0, phone: 77, products: 3 }
  const { version } = (await principal.ask('GET', '/api/company/settings')).body as Area
  expect(
    await principal.ask('PATCH', '/api/company/settings', { version, customers: { weights } }),
  ).toMatchObject({ status: 200, body: { customers: { weights } } })
  expect(
    await principal.ask('PATCH', '/api/company/settings', { version, customers: { staleDays: 3 } }),
  ).toMatchObject({ status: 409 })
  expect(await rescoreAll(server.services, principal.companyId)).toBeGreaterThan(0)
  expect(await rescoreAll(server.services, principal.companyId)).toBe(0)
  for (const { completeness, filled } of await scores())
    expect(completeness).toBe(completenessOf(filled, weights).score)
})

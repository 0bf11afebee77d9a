import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ownServer } from '../../../test/database.ts'
import { type Asker, type Server, aCompany, aPerson } from '../../../test/make.ts'
import { anotherOutlet } from '../../../test/register.ts'
import { programActor } from '../../people/server/queries/actor.ts'
import { commandAs } from '../../platform/server/database/transaction.ts'
import { setColumns } from './queries/merging.ts'
import { findDuplicates } from './commands/find-duplicates.ts'

let server: Server
let company: string
let principal: Asker
let steward: Asker
let ana: Asker
let ben: Asker
let stranger: Asker
beforeAll(async () => {
  server = await ownServer()
  company = await aCompany(server)
  principal = await aPerson(server, company, 'Carmen', ['principal'])
  steward = await aPerson(server, company, 'Sol', ['steward'])
  ana = await aPerson(server, company, 'Ana', ['salesperson'], { managerId: principal.id })
  ben = await aPerson(server, company, 'Ben', ['salesperson'], { managerId: principal.id })
  stranger = await aPerson(server, await aCompany(server), 'Eve', ['principal'])
})
afterAll(() => server.stop())

type Found = { found: { customer: { id: string; name: string } | null; owner: { name: string } | null }[] }
type Pairs = {
  total: number
  rows: { id: string; verdict: string; first: { id: string }; second: { id: string } }[]
}
const register = async (who: Asker, customer: Record<string, unknown>) => {
  const made = await who.ask('POST', '/api/customers', { city: 'Madrid', anotherOutlet, ...customer })
  expect(made.status).toBe(200)
  return (made.body as { id: string }).id
}
const change = (id: string, columns: Record<string, unknown>) =>
  commandAs(server.services.db, programActor(company), 'change-a-customer', async (tx, changes) => {
    await setColumns(tx, id, columns)
    changes.add('customer', id, id)
  })
const pairsOf = async (who: Asker, customer: string) => {
  const { status, body } = await who.ask('GET', `/api/duplicates?customer=${customer}`)
  expect(status).toBe(200)
  return body as Pairs
}

describe('while typing', () => {
  test('a customer is found by phone, by tax id, by name and town, and by place, before any search ran', async () => {
    const id = await register(ana, {
      name: 'Panadería Lucía, S.L.',
      phone: '915 55 00 01',
      taxId: 'B12345678',
      street: 'Calle de Alcalá 20',
      location: { latitude: 40.418, longitude: -3.698, accuracyM: 10, locatedBy: 'pinned' },
      contacts: [{ name: 'Lucía', phone: '600 000 001' }],
    })
    for (const draft of [
      { name: '', phones: ['+34 915550001'] },
      { name: 'x', phones: ['600000001'] },
      { name: '', taxId: 'ES-B12345678' },
      { name: 'panaderia lucia', city: 'MADRID' },
      { name: 'Panaderia Lucia', latitude: 40.4181, longitude: -3.698, accuracyM: 10 },
    ]) {
      const { status, body } = await ana.ask('POST', '/api/customers/similar', draft)
      expect(status).toBe(200)
      expect((body as Found).found.map((one) => one.customer?.id)).toEqual([id])
    }
    const itself = await ana.ask('POST', '/api/customers/similar', {
      name: 'panaderia lucia',
      city: 'Madrid',
      customerId: id,
    })
    expect((itself.body as Found).found).toEqual([])
    await findDuplicates(server.services, company)
    const later = await ana.ask('POST', '/api/customers/similar', { name: 'panaderia lucia', city: 'madrid' })
    expect((later.body as Found).found).toHaveLength(1)
  })

  test('of a colleague’s customer only its name and town, and who serves it', async () => {
    const street = 'Calle Secreta 5'
    const id = await register(ana, { name: 'Taberna Norte', phone: '915 55 00 02', street })
    const { body } = await ben.ask('POST', '/api/customers/similar', { name: '', phones: ['915550002'] })
    const [found] = (body as { found: Record<string, unknown>[] }).found
    expect(found).toMatchObject({ id, name: 'Taberna Norte', city: 'Madrid', customer: null, strong: true })
    expect(found).toMatchObject({ owner: { name: 'Ana' }, verdict: 'likely' })
    expect(JSON.stringify(body)).not.toMatch(/Secreta|0002/)
  })

  test('nothing of another company', async () => {
    await register(ana, { name: 'Taberna Sur', phone: '915 55 00 03' })
    const { body } = await stranger.ask('POST', '/api/customers/similar', {
      name: 'Taberna Sur',
      city: 'Madrid',
      phones: ['915550003'],
    })
    expect((body as Found).found).toEqual([])
  })

  test.each([
    ['a name that is too long', { name: 'x'.repeat(301) }],
    ['a phone that is no text', { name: 'a', phones: [1] }],
    ['a latitude beyond the pole', { name: 'a', latitude: 91, longitude: 0 }],
    ['a NUL', { name: 'a\0b' }],
  ])('%s is refused', async (_says, draft) => {
    expect((await ana.ask('POST', '/api/customers/similar', draft)).status).toBe(422)
  })
})

describe('the search', () => {
  test('finds pairs once, keeps up with changes, and forgets pairs that no longer look alike', async () => {
    const one = await register(ana, { name: 'Bodega Rincón', phone: '915 55 01 01' })
    const other = await register(ben, { name: 'BODEGA RINCON SL', phone: '+34915550101' })
    await findDuplicates(server.services, company)
    expect(await pairsOf(steward, one)).toMatchObject({
      total: 1,
      rows: [{ verdict: 'sure', first: { id: one }, second: { id: other } }],
    })
    await findDuplicates(server.services, company)
    expect((await pairsOf(steward, other)).total).toBe(1)
    await change(other, { name: 'Ferretería Ibáñez', phone_e164: '+34915550199' })
    await findDuplicates(server.services, company)
    expect((await pairsOf(steward, one)).total).toBe(0)
  })

  test('goes on where it was stopped', async () => {
    const elsewhere = await aCompany(server)
    const eva = await aPerson(server, elsewhere, 'Eva', ['principal'])
    const ids = [await register(eva, { name: 'Bar Uno' }), await register(eva, { name: 'BAR UNO, S.L.' })]
    const found: number[] = []
    for (let step = 0; step < 4; step += 1) {
      await findDuplicates(server.services, elsewhere, AbortSignal.abort())
      found.push((await pairsOf(eva, ids[0] ?? '')).total)
    }
    // Keys, then pairs, then what changed since: nothing.
    expect(found).toEqual([0, 1, 1, 1])
    await register(eva, { name: 'bar uno sl' })
    await findDuplicates(server.services, elsewhere)
    expect((await pairsOf(eva, ids[0] ?? '')).total).toBe(2)
  })

  test('a dismissed pair stays dismissed, until there is much more evidence', async () => {
    const one = await register(ana, { name: 'Frutas Gil' })
    const other = await register(ben, { name: 'Frutas Gil' })
    await findDuplicates(server.services, company)
    const [pair] = (await pairsOf(steward, one)).rows
    const dismiss = `/api/duplicates/${pair?.id}/dismiss`
    expect((await ana.ask('POST', dismiss, { reason: 'x' })).status).toBe(403)
    expect((await stranger.ask('POST', dismiss, { reason: 'x' })).status).toBe(404)
    expect((await steward.ask('POST', dismiss, { reason: 'father and son' })).status).toBe(200)
    expect((await steward.ask('POST', dismiss, { reason: 'again' })).status).toBe(404)
    expect((await pairsOf(steward, one)).total).toBe(0)
    await change(one, { note: 'seen' })
    await findDuplicates(server.services, company)
    expect((await pairsOf(steward, one)).total).toBe(0)
    expect(await steward.ask('GET', `/api/duplicates?state=dismissed&customer=${one}`)).toMatchObject({
      body: { rows: [{ dismissed: { reason: 'father and son', by: { name: 'Sol' } } }] },
    })
    for (const id of [one, other]) await change(id, { phone_e164: '+34915550202' })
    await findDuplicates(server.services, company)
    expect((await pairsOf(steward, one)).rows).toMatchObject([{ verdict: 'sure' }])
  })

  test('is not for salespeople', async () => {
    expect((await ana.ask('GET', '/api/duplicates')).status).toBe(403)
  })

  test('a phone that very many share says nothing', async () => {
    for (let at = 0; at < 62; at += 1) {
      await register(principal, {
        name: `Kiosk ${at} ${'abcdefgh'.repeat(2)}`,
        phone: '915 55 09 09',
        city: `Town ${at}`,
      })
    }
    await findDuplicates(server.services, company)
    const { body } = await steward.ask('POST', '/api/customers/similar', { name: '', phones: ['915550909'] })
    expect((body as Found).found).toEqual([])
  })
})

import { afterAll, beforeAll, expect, test } from 'vitest'
import { ownServer } from '../../../test/database.ts'
import { type Asker, type Server, aCompany, aPerson } from '../../../test/make.ts'
import { aCustomer } from '../../../test/register.ts'
import type { PriceList } from '../schema/prices.ts'

let server: Server
let principal: Asker
let ana: Asker
let stranger: Asker
let customer: string
let [oil, salt] = ['', '']
beforeAll(async () => {
  server = await ownServer()
  const company = await aCompany(server)
  principal = await aPerson(server, company, 'Carmen', ['principal'])
  ana = await aPerson(server, company, 'Ana', ['salesperson'], { managerId: principal.id })
  stranger = await aPerson(server, await aCompany(server), 'Zoe', ['principal'])
  customer = await aCustomer(principal, { owner: ana.id, channel: 'horeca', tier: 'A' })
  const product = async (code: string, minor?: number) => {
    const price = minor === undefined ? null : { minor, currency: 'EUR' }
    return (await done<{ id: string }>(principal, 'POST', '/api/products', { code, name: code, price })).id
  }
  oil = await product('OIL', 1200)
  salt = await product('SALT')
})
afterAll(() => server.stop())

async function done<T>(who: Asker, method: string, path: string, body?: object): Promise<T> {
  const answer = await who.ask(method, path, body)
  if (answer.status !== 200) throw new Error(`${method} ${path}: ${JSON.stringify(answer.body)}`)
  return answer.body as T
}
const aList = (code: string, more: object = {}) =>
  done<PriceList>(principal, 'POST', '/api/price-lists', {
    code,
    name: `List ${code}`,
    currency: 'EUR',
    ...more,
  })
const set = (list: string, from: string, prices: object[], who = principal) =>
  who.ask('POST', `/api/price-lists/${list}/prices`, { from, prices })

type Offers = {
  currency: string
  products: { productId: string; offers: { because: string; minor: number; leastQuantity: number }[] }[]
}
async function offers(product: string, day = '2026-06-15'): Promise<string[]> {
  const path = `/api/customers/${customer}/prices?products=${oil},${salt}&day=${day}`
  const { products } = await done<Offers>(ana, 'GET', path)
  const found = products.find(({ productId }) => productId === product)?.offers ?? []
  return found.map(({ because, minor, leastQuantity }) => `${because} ${minor} from ${leastQuantity}`)
}

test('a price is asked of the agreed list, then the general ones by rank, then the product; unknown is nothing at all', async () => {
  expect([await offers(oil), await offers(salt)]).toEqual([['product 1200 from 0'], []])
  const general = await aList('G', { channels: ['horeca'], tiers: ['A', 'B'] })
  const other = await aList('RETAIL', { channels: ['retail'], rank: 1 })
  const own = await aList('BAR SOL', { byAgreement: true })
  await set(general.id, '2026-01-01', [{ productId: oil, minor: 1100 }])
  await set(general.id, '2026-01-01', [{ productId: oil, leastQuantity: 12, minor: 1050 }])
  await set(other.id, '2026-01-01', [{ productId: oil, minor: 1 }])
  await set(own.id, '2026-01-01', [{ productId: oil, leastQuantity: 6, minor: 990 }])
  expect(await offers(oil)).toEqual(['general 1050 from 12', 'general 1100 from 0', 'product 1200 from 0'])

  await done(principal, 'POST', `/api/customers/${customer}/price-list`, {
    listId: own.id,
    from: '2026-03-01',
    reason: 'Six at a time',
  })
  expect((await offers(oil))[0]).toBe('agreed 990 from 6')
  expect((await offers(oil, '2026-02-28'))[0]).toBe('general 1050 from 12')
  await set(own.id, '2026-07-01', [{ productId: oil, leastQuantity: 6, minor: null }])
  expect((await offers(oil, '2026-07-01'))[0]).toBe('general 1050 from 12')
})

test('the customer’s page says which list holds and since when, and keeps what was agreed before', async () => {
  type Page = {
    holds: { list: { code: string } | null; fromDay: string; reason: string; by: { name: string } } | null
    history: { fromDay: string; list: unknown }[]
    general: { code: string } | null
    mayAgree: boolean
  }
  const page = await done<Page>(ana, 'GET', `/api/customers/${customer}/price-list`)
  expect(page.holds).toMatchObject({
    list: { code: 'BAR SOL' },
    fromDay: '2026-03-01',
    reason: 'Six at a time',
    by: { name: 'Carmen' },
  })
  expect([page.general?.code, page.mayAgree]).toEqual(['G', false])
  const back = await done<Page>(principal, 'POST', `/api/customers/${customer}/price-list`, {
    listId: null,
    from: '2026-04-01',
    reason: 'Too few orders',
  })
  expect(back.holds).toMatchObject({ list: null, fromDay: '2026-04-01' })
  expect(back.history.map(({ fromDay }) => fromDay)).toEqual(['2026-04-01', '2026-03-01'])
  expect((await offers(oil))[0]).toBe('general 1050 from 12')
  expect((await offers(oil, '2026-03-31'))[0]).toBe('agreed 990 from 6')
})

test('a page shows what holds on a day and what comes; written prices are taken back by the request answered', async () => {
  const list = await aList('P')
  const ofOil = async (day: string) => {
    type Page = { rows: { code: string; prices: object[] }[]; total: number }
    const { rows } = await done<Page>(ana, 'GET', `/api/price-lists/${list.id}/prices?q=oil&day=${day}`)
    return rows[0]?.prices
  }
  await set(list.id, '2026-01-01', [{ productId: oil, minor: 1000 }])
  await set(list.id, '2026-03-01', [{ productId: oil, minor: 1100 }])
  const march = { leastQuantity: 0, fromDay: '2026-03-01', minor: 1100 }
  expect(await ofOil('2026-02-01')).toEqual([
    { leastQuantity: 0, fromDay: '2026-01-01', minor: 1000, ahead: false },
    { ...march, ahead: true },
  ])
  expect(await ofOil('2026-03-01')).toEqual([{ ...march, ahead: false }])
  const written = await set(list.id, '2026-03-01', [
    { productId: oil, minor: 1 },
    { productId: salt, minor: 2 },
    { productId: oil, minor: 3 },
  ])
  const { undo, written: count } = written.body as {
    undo: { from: string; prices: object[] }
    written: number
  }
  expect(count).toBe(2)
  expect(await ofOil('2026-03-01')).toEqual([{ ...march, minor: 3, ahead: false }])
  expect((await set(list.id, undo.from, undo.prices)).status).toBe(200)
  expect(await ofOil('2026-03-01')).toEqual([{ ...march, ahead: false }])
  const { lists } = await done<{ lists: PriceList[] }>(principal, 'GET', '/api/price-lists')
  expect(lists.find(({ code }) => code === 'P')?.products).toBe(1)
})

test('a list that was used stays; one that was not goes with its prices; its currency is what its prices are in', async () => {
  const spare = await aList('SPARE')
  await set(spare.id, '2026-01-01', [{ productId: oil, minor: 5 }])
  const change = (more: object) => principal.ask('PATCH', `/api/price-lists/${spare.id}`, more)
  expect((await change({ currency: 'USD', version: 1 })).body).toMatchObject({ code: 'list-has-prices' })
  expect((await change({ toDay: '2026-12-31', fromDay: '2027-01-01', version: 1 })).status).toBe(409)
  expect((await change({ tiers: ['A'], byAgreement: true, version: 1 })).body).toMatchObject({
    code: 'agreed-or-general',
  })
  expect((await change({ code: 'P', version: 1 })).body).toMatchObject({ code: 'code-taken' })
  expect((await change({ name: 'Spare', version: 1 })).body).toMatchObject({ name: 'Spare', version: 2 })
  expect((await change({ name: 'Spare', version: 1 })).body).toMatchObject({ code: 'changed-since' })
  expect((await principal.ask('DELETE', `/api/price-lists/${spare.id}`)).status).toBe(200)
  const { lists } = await done<{ lists: PriceList[] }>(principal, 'GET', '/api/price-lists')
  expect(lists.map(({ code }) => code)).not.toContain('SPARE')
  const used = lists.find(({ code }) => code === 'BAR SOL')
  expect((await principal.ask('DELETE', `/api/price-lists/${used?.id}`)).body).toMatchObject({
    code: 'list-in-use',
  })
})

test('salespeople read prices and change none; another company sees neither lists nor prices', async () => {
  const list = await aList('Q')
  expect((await set(list.id, '2026-01-01', [{ productId: oil, minor: 1 }], ana)).status).toBe(403)
  expect((await ana.ask('POST', '/api/price-lists', { code: 'X', name: 'X', currency: 'EUR' })).status).toBe(
    403,
  )
  const agreed = { listId: list.id, from: '2026-01-01', reason: 'Please' }
  expect((await ana.ask('POST', `/api/customers/${customer}/price-list`, agreed)).status).toBe(403)
  expect((await set(list.id, '2026-01-01', [{ productId: oil, minor: 1 }], stranger)).status).toBe(404)
  expect((await stranger.ask('GET', `/api/price-lists/${list.id}/prices`)).status).toBe(404)
  expect((await stranger.ask('GET', `/api/customers/${customer}/prices`)).status).toBe(404)
  expect((await stranger.ask('GET', '/api/price-lists')).body).toEqual({ lists: [] })
})

test('buying by a list in another currency, prices in it are found and others are not', async () => {
  const dollars = await aList('USD', { currency: 'USD', byAgreement: true })
  await set(dollars.id, '2026-01-01', [{ productId: salt, minor: 300 }])
  const agreed = { listId: dollars.id, from: '2026-09-01', reason: 'An American' }
  await done(principal, 'POST', `/api/customers/${customer}/price-list`, agreed)
  const path = `/api/customers/${customer}/prices?products=${oil},${salt}&day=2026-09-01`
  const { currency, products } = await done<Offers>(ana, 'GET', path)
  expect(currency).toBe('USD')
  expect(products.map(({ offers: found }) => found.map(({ minor }) => minor))).toEqual([[], [300]])
})

import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ownServer } from '../../../test/database.ts'
import { type Asker, type Server, aCompany, aPerson } from '../../../test/make.ts'
import { aCustomer, changeCustomer } from '../../../test/register.ts'

const pin = (latitude: number, longitude: number) => ({
  latitude,
  longitude,
  accuracyM: 5,
  locatedBy: 'pinned',
})

let server: Server
let principal: Asker
let ana: Asker
let bea: Asker
let hr: Asker
let parent: string
beforeAll(async () => {
  server = await ownServer({ now: () => new Date('2026-06-15T10:00:00Z') })
  const company = await aCompany(server)
  principal = await aPerson(server, company, 'Carmen', ['principal'])
  ana = await aPerson(server, company, 'Ana', ['salesperson'], { managerId: principal.id })
  bea = await aPerson(server, company, 'Bea', ['salesperson'], { managerId: principal.id })
  hr = await aPerson(server, company, 'Hugo', ['hr'])
  parent = await aCustomer(ana, {
    name: 'Café Río Grande',
    code: 'R-1',
    tier: 'A',
    channel: 'bar',
    city: 'Sevilla',
    country: 'ES',
    tags: ['vip'],
    location: pin(37.4, -6),
    phone: '954 12 34 56',
    contacts: [{ name: 'Lola Flores', inCharge: true, phone: '600111222' }],
  })
  await aCustomer(ana, {
    name: 'Río Chico',
    code: 'R-2',
    tier: 'B',
    parentId: parent,
    city: 'Sevilla',
    region: 'Andalucía',
    paymentDays: 30,
  })
  const old = await aCustomer(ana, { name: 'Bodega Vieja', code: 'V-1', channel: 'shop', city: 'Vigo' })
  await changeCustomer(server, company, old, { confirmed_on: '2026-01-01' })
  await aCustomer(bea, {
    name: '深圳市好味食品店',
    code: 'Z-1',
    country: 'CN',
    city: '深圳',
    note: 'Ask twice',
  })
  const closed = await aCustomer(bea, { name: 'Bar Cerrado', code: 'X-1' })
  await principal.ask('POST', `/api/customers/${closed}/close`, { reason: 'gone' })
  await aCustomer(principal, { name: 'Bar Libre', code: 'P-1', owner: 'pool' })
})
afterAll(() => server.stop())

const list = async (who: Asker, query = '') => {
  const { status, body } = await who.ask('GET', `/api/customers?${query}`)
  expect(status).toBe(200)
  return body as { rows: { code: string }[]; total: number }
}
const codes = async (who: Asker, query = '') =>
  (await list(who, query)).rows.map(({ code }) => code).toSorted()

describe('each filter finds what it says', () => {
  test.each<[string, string[]]>([
    ['', ['P-1', 'R-1', 'R-2', 'V-1', 'Z-1']],
    ['status=closed', ['X-1']],
    ['status=closed&status=active', ['P-1', 'R-1', 'R-2', 'V-1', 'X-1', 'Z-1']],
    ['owner=pool', ['P-1']],
    ['owner=me', []],
    ['owner=team&tier=A&tier=none', ['R-1', 'V-1', 'Z-1']],
    ['tier=B', ['R-2']],
    ['channel=bar&channel=', ['P-1', 'R-1', 'R-2', 'Z-1']],
    ['country=CN', ['Z-1']],
    ['city=Sevilla', ['R-1', 'R-2']],
    ['region=Andaluc%C3%ADa', ['R-2']],
    ['territory=none', ['P-1', 'R-1', 'R-2', 'V-1', 'Z-1']],
    ['fresh=stale', ['V-1']],
    ['fresh=fresh', ['P-1', 'R-1', 'R-2', 'Z-1']],
    ['located=pinned', ['R-1']],
    ['located=none', ['P-1']],
    ['located=approximate', ['R-2', 'V-1', 'Z-1']],
    ['tag=vip&tag=nope', ['R-1']],
    ['has=contact', ['R-1']],
    ['has=note', ['Z-1']],
    ['without=owner', ['P-1']],
    ['has=parent', ['R-2']],
    ['has=location', ['R-1']],
    ['without=phone&has=owner', ['R-2', 'V-1', 'Z-1']],
    ['completenessFrom=50', ['R-1']],
    ['completenessTo=5', ['P-1', 'V-1', 'Z-1']],
    ['registeredFrom=2026-06-15&registeredTo=2026-06-15', ['P-1', 'R-1', 'R-2', 'V-1', 'Z-1']],
    ['registeredTo=2026-06-14', []],
    ['box=37,-7,38,-5', ['R-1', 'R-2']],
    ['q=rio', ['R-1', 'R-2']],
    ['q=RIO GRANDE', ['R-1']],
    ['q=grnde rioo', ['R-1']],
    ['q=954 123 457', []],
    ['q=shenzhen', ['Z-1']],
    ['q=好味', ['Z-1']],
    ['q=954 123 456', ['R-1']],
    ['q=lola', ['R-1']],
    ['q=R-2', ['R-2']],
    ['q=rio&tier=B', ['R-2']],
    ['q=%25', []],
    ["q=' or 1=1 --", []],
  ])('%s', async (query, expected) => {
    expect(await codes(principal, query)).toEqual(expected)
    expect((await list(principal, query)).total).toBe(expected.length)
  })

  test('of a parent', async () => expect(await codes(principal, `parent=${parent}`)).toEqual(['R-2']))
  test('of a person', async () =>
    expect(await codes(principal, `owner=${bea.id}&owner=pool`)).toEqual(['P-1', 'Z-1']))
})

test('a salesperson sees the own, with any filter', async () => {
  expect(await codes(ana)).toEqual(['R-1', 'R-2', 'V-1'])
  expect(await codes(bea, 'status=active&status=closed')).toEqual(['X-1', 'Z-1'])
  expect(await codes(bea, 'q=rio')).toEqual([])
  expect(await codes(bea, `owner=${ana.id}`)).toEqual([])
  expect(await codes(bea, 'owner=pool')).toEqual([])
})

test('HR may not list, count, map or open customers, and finds none by searching', async () => {
  for (const path of ['', '/points', '/facets', `/${parent}`]) {
    expect((await hr.ask('GET', `/api/customers${path}`)).status).toBe(403)
  }
  expect(await hr.ask('GET', '/api/search?q=rio')).toMatchObject({ status: 200, body: { found: [] } })
})

test.each([
  ['name', ['P-1', 'V-1', 'R-1', 'R-2', 'Z-1']],
  ['-name', ['Z-1', 'R-2', 'R-1', 'V-1', 'P-1']],
  ['code', ['P-1', 'R-1', 'R-2', 'V-1', 'Z-1']],
  ['-completeness', ['R-1', 'R-2']],
  ['tier', ['R-1', 'R-2']],
  ['owner', []],
  ['ownerSince', []],
  ['territory', []],
  ['-creditLimit', []],
  ['-paymentDays', ['R-2']],
])('sorted by %s', async (sort, first) => {
  const { rows, total } = await list(principal, `sort=${sort}`)
  expect(total).toBe(5)
  expect(rows.map(({ code }) => code).slice(0, first.length)).toEqual(first)
})

test('pages follow each other and the total stays', async () => {
  const pages = await Promise.all(
    [1, 2, 3, 4].map((page) => list(principal, `sort=code&size=2&page=${page}`)),
  )
  expect(pages.map(({ rows }) => rows.map(({ code }) => code))).toEqual([
    ['P-1', 'R-1'],
    ['R-2', 'V-1'],
    ['Z-1'],
    [],
  ])
  expect(new Set(pages.map(({ total }) => total))).toEqual(new Set([5]))
})

test('a wrong filter is named', async () => {
  for (const [query, field] of [
    ['tier=D', 'tier'],
    ['size=1000', 'size'],
    ['sort=password', 'sort'],
    ['box=1,2', 'box'],
    ['parent=7', 'parent'],
    ['registeredFrom=2026-02-30', 'registeredFrom'],
  ]) {
    const { status, body } = await principal.ask('GET', `/api/customers?${query}`)
    expect(status).toBe(400)
    expect((body as { errors: { field: string }[] }).errors[0]?.field).toBe(field)
  }
})

test('the map has a point for each that has a place', async () => {
  const points = (await principal.ask('GET', '/api/customers/points')).body as Record<string, unknown[]>
  expect(points).toMatchObject({ unplaced: 1, owners: [{ name: 'Ana' }, { name: 'Bea' }] })
  const at = points['ids']?.indexOf(parent as never) ?? -1
  expect([
    points['lat']?.[at],
    points['lon']?.[at],
    points['tier']?.[at],
    points['located']?.[at],
    points['owner']?.[at],
  ]).toEqual([3740000, -600000, 'A', 'p', 0])
  expect((await bea.ask('GET', '/api/customers/points')).body).toMatchObject({
    owners: [{ name: 'Bea' }],
    unplaced: 0,
  })
  expect((await principal.ask('GET', '/api/customers/points?tier=C')).body).toMatchObject({
    ids: [],
    tier: '',
  })
})

test('counts beside each filter are as if that filter were not set', async () => {
  const facets = async (query: string) => (await principal.ask('GET', `/api/customers/facets?${query}`)).body
  expect(await facets('')).toMatchObject({
    total: 5,
    owners: [{ name: 'Ana', count: 3 }, { count: 1 }, { count: 1 }],
    statuses: [
      { value: 'active', count: 5 },
      { value: 'closed', count: 1 },
    ],
    freshness: [
      { value: 'fresh', count: 4 },
      { value: 'stale', count: 1 },
    ],
    tags: [{ value: 'vip', count: 1 }],
  })
  expect(await facets('tier=A')).toMatchObject({
    total: 1,
    tiers: [
      { value: 'none', count: 3 },
      { value: 'A', count: 1 },
      { value: 'B', count: 1 },
    ],
    cities: [{ value: 'Sevilla', count: 1 }],
  })
  expect(await facets(`tier=A&owner=${bea.id}`)).toMatchObject({
    total: 0,
    owners: [
      { name: 'Ana', count: 1 },
      { value: bea.id, name: 'Bea', count: 0 },
    ],
  })
  expect(await facets('tier=A&owner=pool&fresh=stale&q=nobody at all')).toMatchObject({ total: 0 })
})

test('the palette finds customers, people and products, the best first', async () => {
  await principal.ask('POST', '/api/products', { code: 'RIO', name: 'Agua del Río' })
  const { found } = (await principal.ask('GET', '/api/search?q=rio')).body as {
    found: { kind: string; title: string }[]
  }
  expect(found.map(({ kind }) => kind).toSorted()).toEqual(['customer', 'customer', 'product'])
  expect((await principal.ask('GET', '/api/search?q=R-2')).body).toMatchObject({
    found: [{ title: 'Río Chico' }],
  })
  expect((await principal.ask('GET', '/api/search?q=')).status).toBe(400)
})

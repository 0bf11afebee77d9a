import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Permission, type Role, may, roles } from '../../src/people/permissions.ts'
import { contractOf } from '../../src/program/contract.ts'
import { ownServer } from '../database.ts'
import { type Asker, type Server, aCompany, aPerson } from '../make.ts'
import { visitor } from '../visitor.ts'

/**
 * What each GET of the contract asks for: a permission; 'member' for whoever works in the company; 'open' for anybody
 * at all; 'team' for who holds the customer in person, whatever their roles. A route that is missing here fails the test: whoever adds one says who may read it. (A key is refused where
 * only a session will do; that is tested with the keys.)
 */
const needs: Readonly<Record<string, Permission | 'member' | 'open' | 'team'>> = {
  '/api/setup': 'open',
  '/api/about': 'open',
  '/api/sign-in': 'open',
  '/api/me': 'member',
  '/api/me/security': 'member',
  '/api/keys': 'member',
  '/api/me/notices': 'member',
  '/api/me/calendar': 'member',
  '/api/notices': 'member',
  '/api/notices/count': 'member',
  '/api/webhooks': 'integrations.manage',
  '/api/webhooks/{id}/deliveries': 'integrations.manage',
  '/api/people': 'people.read',
  '/api/people/{id}': 'people.read',
  '/api/teams': 'people.read',
  '/api/permissions': 'people.read',
  '/api/access-log': 'access-log.read',
  '/api/customers': 'customers.read',
  '/api/customers/{id}': 'customers.read',
  '/api/complaints': 'customers.read',
  '/api/coverage': 'customers.read',
  '/api/coverage/fixes': 'customers.read',
  '/api/coverage/people': 'customers.read',
  '/api/company/coverage': 'member',
  '/api/company/lines': 'member',
  '/api/customers/{id}/coverage': 'customers.read',
  '/api/sales/by-month': 'customers.read',
  '/api/company/tiers': 'customers.read',
  '/api/tiers/runs/{id}/moves': 'customers.read',
  '/api/customers/{id}/tier': 'customers.read',
  '/api/customers/{id}/merges': 'customers.read',
  '/api/customers/{id}/collisions': 'customers.read',
  '/api/customers/{id}/registration': 'customers.read',
  '/api/company/collisions': 'member',
  '/api/collisions': 'customers.read',
  '/api/collisions/{id}': 'customers.read',
  '/api/collisions/files/{id}': 'customers.read',
  '/api/receivables/ageing': 'money.read',
  '/api/receivables/customers': 'money.read',
  '/api/receivables/accounts/{id}': 'money.read',
  '/api/receivables/accounts/{id}/statement': 'money.read',
  '/api/payments/{id}': 'money.read',
  '/api/cash-in-hand': 'money.read',
  '/api/cash-in-hand/{id}': 'money.read',
  '/api/hand-ins': 'money.read',
  '/api/rates': 'member',
  '/api/customers/facets': 'customers.read',
  '/api/customers/points': 'customers.read',
  '/api/customers/{id}/ownership': 'customers.read',
  '/api/ownership/owner': 'customers.read',
  '/api/customers/{id}/timeline': 'customers.read',
  '/api/customers/{id}/personal': 'team',
  '/api/price-lists': 'customers.read',
  '/api/price-lists/{id}/prices': 'customers.read',
  '/api/customers/{id}/price-list': 'customers.read',
  '/api/customers/{id}/prices': 'customers.read',
  '/api/customers/{id}/stock': 'customers.read',
  '/api/customers/{id}/stock/{productId}': 'customers.read',
  '/api/orders': 'customers.read',
  '/api/orders/{id}': 'customers.read',
  '/api/orders/{id}/versions': 'customers.read',
  '/api/customers/{id}/orders/months': 'customers.read',
  '/api/requests': 'customers.read',
  '/api/views': 'customers.read',
  '/api/products': 'member',
  '/api/territories': 'member',
  '/api/company/settings': 'member',
  '/api/company/invitations': 'member',
  '/api/pool': 'customers.pool',
  '/api/pool/returning': 'customers.read',
  '/api/company/pool': 'member',
  '/api/company/cadence': 'member',
  '/api/visits/load': 'customers.read',
  '/api/visits/due': 'customers.read',
  '/api/measures': 'customers.read',
  '/api/visits/plan': 'customers.read',
  '/api/customers/{id}/cadence': 'customers.read',
  '/api/customers/{id}/protection': 'customers.read',
  '/api/visits': 'customers.read',
  '/api/visits/{id}': 'customers.read',
  '/api/customers/{id}/visits': 'customers.read',
  '/api/promises': 'customers.read',
  '/api/customers/{id}/promises': 'customers.read',
  '/api/search': 'member',
  '/api/customers/{id}/documents': 'customers.read',
  '/api/documents/{id}/file': 'customers.read',
  '/api/documents/{id}/thumbnail': 'customers.read',
  '/api/people/{id}/drill': 'customers.assign',
  '/api/transfers': 'customers.assign',
  '/api/transfers/{id}': 'customers.assign',
  '/api/transfers/{id}/lines': 'customers.assign',
  '/api/duplicates': 'customers.steward',
  // Each kind of file has a permission of its own; whoever lacks it finds no import of that kind.
  '/api/exports/{entity}': 'people.export',
  '/api/customers/file': 'customers.export',
  '/api/customers/{id}/card.vcf': 'customers.read',
  '/api/imports': 'member',
  '/api/imports/targets': 'member',
  '/api/imports/templates/{entity}': 'people.change',
  '/api/imports/{id}': 'member',
  '/api/imports/{id}/failed.csv': 'member',
  '/api/imports/{id}/rows': 'member',
  '/api/imports/{id}/unknown': 'member',
  '/api/privacy/blocked': 'privacy.manage',
  '/api/privacy/requests': 'privacy.manage',
  '/api/privacy/requests/{id}': 'privacy.manage',
  '/api/steward/queue': 'customers.steward',
  '/api/sheets': 'customers.export',
}

type Route = { path: string; query: string }

let server: Server
let routes: Route[]
let people: Readonly<Record<Role | 'none', Asker>>
let stranger: Asker
let customer: string
beforeAll(async () => {
  server = await ownServer()
  routes = routesOf()
  const company = await aCompany(server)
  const made: Partial<Record<Role | 'none', Asker>> = {}
  for (const role of roles) made[role] = await aPerson(server, company, `A ${role}`, [role])
  made.none = await aPerson(server, company, 'Nobody yet', [])
  people = made as typeof people
  stranger = await aPerson(server, await aCompany(server), 'A stranger', [...roles])
  const added = await people.principal.ask('POST', '/api/customers', { name: 'Bar Central' })
  customer = (added.body as { id: string }).id
})
afterAll(() => server.stop())

/** Every GET of the contract, with what its query can't do without. */
function routesOf(): Route[] {
  const { paths = {} } = contractOf(server.app)
  return Object.entries(paths).flatMap(([path, { get }]) => {
    if (get === undefined) return []
    const required = (get.parameters ?? []).filter(
      (one) => 'in' in one && one.in === 'query' && one.required === true,
    )
    const query = required.map((one) => `${'name' in one ? one.name : ''}=x`).join('&')
    return [{ path, query: query === '' ? '' : `?${query}` }]
  })
}

/** The address with ids of the principal's company in it. */
function addressOf({ path, query }: Route): string {
  const id = path.startsWith('/api/people') ? people.manager.id : customer
  return path.replace('{entity}', 'people').replaceAll(/\{\w+\}/g, id) + query
}

test('every GET of the contract is in the table, and nothing else is', () => {
  expect(routes.map((route) => route.path).toSorted()).toEqual(Object.keys(needs).toSorted())
})

describe('each role reads what the table says', () => {
  test.each([...roles, 'none'] as const)('%s', async (role) => {
    const said: Record<string, string> = {}
    const expected: Record<string, string> = {}
    for (const route of routes) {
      const need = needs[route.path] ?? 'open'
      const allowed =
        need !== 'team' && (need === 'open' || need === 'member' || (role !== 'none' && may([role], need)))
      const answer = await people[role].ask('GET', addressOf(route))
      said[route.path] = answer.status === 403 ? 'refused' : 'allowed'
      expected[route.path] = allowed ? 'allowed' : 'refused'
      expect(answer.status, route.path).toBeLessThan(500)
    }
    expect(said).toEqual(expected)
  })
})

test('nobody reads anything unless the table says open', async () => {
  for (const route of routes) {
    const { status } = await visitor(server.app).get(addressOf(route))
    expect(status === 401, `${route.path} answered ${status}`).toBe(needs[route.path] !== 'open')
  }
})

test('to another company’s people our ids are as if they had never been, whatever their roles', async () => {
  for (const route of routes.filter(({ path }) => /\{\w*id\}/i.test(path))) {
    const ours = await stranger.ask('GET', addressOf(route))
    const never = route.path.replaceAll(/\{\w+\}/g, '019a0000-0000-7000-8000-000000000000') + route.query
    const nothing = await stranger.ask('GET', never)
    expect(withoutNumber(ours), route.path).toEqual(withoutNumber(nothing))
  }
})

function withoutNumber({ status, body }: { status: number; body: unknown }): unknown {
  const { requestId: _number, ...rest } = body as { requestId?: string }
  return { status, ...rest }
}

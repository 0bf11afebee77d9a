import type { Context } from 'hono'
import { compress } from 'hono/compress'
import type { Actor } from '../../../platform/server/database/actor.ts'
import type { Tx } from '../../../platform/server/database/connect.ts'
import { headOf } from '../../../platform/server/database/head.ts'
import { readAs } from '../../../platform/server/database/transaction.ts'
import { refused } from '../../../platform/server/http/problem.ts'
import { type HttpEnv, type Routes, newRoutes } from '../../../platform/server/http/routes.ts'
import { hasAlready, tagOf } from '../../../platform/server/http/state-tag.ts'
import type { Services } from '../../../platform/server/services.ts'
import { refuse } from '../../../values/refusal.ts'
import * as api from '../../api/register.ts'
import { type RegisterFacts, registerFacts } from '../queries/company.ts'
import { wholeCustomer } from '../queries/customer.ts'
import { customerFacets } from '../queries/facets.ts'
import { listPage } from '../queries/list.ts'
import { customerPoints } from '../queries/points.ts'
import { profileOf } from '../queries/profile.ts'
import { searchAll } from '../queries/search.ts'
import { timelineOf } from '../queries/timeline.ts'
import type { TimelineSource } from '../queries/timeline-source.ts'

/** Reading the register: the list, the map, counts, a profile and its timeline, and the search over everything. */
export function registerRoutes({ db, now }: Services, timeline: readonly TimelineSource[] = []): Routes {
  const reading = <T>(actor: Actor, read: (tx: Tx, facts: RegisterFacts) => Promise<T>) =>
    readAs(db, actor, async (tx) => read(tx, await registerFacts(tx, actor, now)))
  /** What 200,000 customers make slow is answered once: until something of the company changes it is only said to be the same. */
  const readingOnce = (
    c: Context<HttpEnv>,
    read: (tx: Tx, facts: RegisterFacts) => Promise<string>,
  ): Promise<Response> => {
    const actor = c.get('actor')
    return reading(actor, async (tx, facts) => {
      const { personId, may, people } = actor
      const tag = tagOf(await headOf(tx), facts.today, personId, may, people, c.req.url)
      const headers = { etag: tag, 'cache-control': 'no-store' }
      if (hasAlready(c, tag)) return c.body(null, 304, headers)
      return c.body(await read(tx, facts), 200, { ...headers, 'content-type': 'application/json' })
    })
  }
  const routes = newRoutes()
  for (const path of ['/api/customers', '/api/customers/*']) {
    routes.use(path, async (c, next) =>
      c.get('actor').may.includes('customers.read') ? await next() : refused(c, refuse('not-allowed')),
    )
  }
  // Ids and places of 200,000 customers are 13 MB of JSON, a quarter of that on the way.
  routes.use('/api/customers/points', compress())
  return routes
    .openapi(api.listCustomers, async (c) => {
      const query = c.req.valid('query')
      const size = query.size ?? 50
      const page = await reading(c.get('actor'), (tx, facts) => listPage(tx, query, facts, size))
      return c.json({ ...page, page: query.page ?? 1, size }, 200)
    })
    .openapi(api.listCustomerPoints, async (c) => {
      const query = c.req.valid('query')
      return (await readingOnce(c, (tx, facts) => customerPoints(tx, query, facts))) as never
    })
    .openapi(api.countCustomers, async (c) => {
      const query = c.req.valid('query')
      const count = async (tx: Tx, facts: RegisterFacts) =>
        JSON.stringify(await customerFacets(tx, query, facts))
      return (await readingOnce(c, count)) as never
    })
    .openapi(api.readCustomer, async (c) => {
      const { id } = c.req.valid('param')
      const customer = await reading(c.get('actor'), (tx, facts) => wholeCustomer(tx, id, facts))
      return customer === null ? (refused(c, refuse('not-found')) as never) : c.json(customer, 200)
    })
    .openapi(api.readTimeline, async (c) => {
      const { id } = c.req.valid('param')
      const { kind, before, size = 50 } = c.req.valid('query')
      const page = await reading(c.get('actor'), async (tx) =>
        (await profileOf(tx, id)) === null ? null : timelineOf(tx, id, { kind, before, size }, timeline),
      )
      return page === null ? (refused(c, refuse('not-found')) as never) : c.json(page, 200)
    })
    .openapi(api.searchAll, async (c) => {
      const { q, most = 12 } = c.req.valid('query')
      const found = await reading(c.get('actor'), (tx, facts) => searchAll(tx, q, most, facts))
      return c.json({ found }, 200)
    }) as unknown as Routes
}

import { readAs } from '../../../platform/server/database/transaction.ts'
import { refused } from '../../../platform/server/http/problem.ts'
import { type Routes, newRoutes } from '../../../platform/server/http/routes.ts'
import type { Services } from '../../../platform/server/services.ts'
import { refuse } from '../../../values/refusal.ts'
import * as api from '../../api/register.ts'
import { registerFacts } from '../queries/company.ts'
import { wholeCustomer } from '../queries/customer.ts'
import { listPage } from '../queries/list.ts'

/** Reading the register: the list, the map, a profile and its timeline. */
export function registerRoutes({ db, now }: Services): Routes {
  return newRoutes()
    .openapi(api.listCustomers, async (c) => {
      const actor = c.get('actor')
      if (!actor.may.includes('customers.read')) return refused(c, refuse('not-allowed')) as never
      const query = c.req.valid('query')
      const size = query.size ?? 50
      const page = await readAs(db, actor, async (tx) => {
        const facts = await registerFacts(tx, actor, now)
        return { ...(await listPage(tx, query, facts, size)), page: query.page ?? 1, size }
      })
      return c.json(page, 200)
    })
    .openapi(api.readCustomer, async (c) => {
      const actor = c.get('actor')
      if (!actor.may.includes('customers.read')) return refused(c, refuse('not-allowed')) as never
      const { id } = c.req.valid('param')
      const customer = await readAs(db, actor, async (tx) =>
        wholeCustomer(tx, id, await registerFacts(tx, actor, now)),
      )
      return customer === null ? (refused(c, refuse('not-found')) as never) : c.json(customer, 200)
    }) as unknown as Routes
}

import { companyDay } from '../../people/server/queries/company.ts'
import { readAs } from '../../platform/server/database/transaction.ts'
import { answer } from '../../platform/server/http/answer.ts'
import { type Routes, newRoutes } from '../../platform/server/http/routes.ts'
import type { Services } from '../../platform/server/services.ts'
import { isRefusal, refuse } from '../../values/refusal.ts'
import * as api from '../api.ts'
import { claimCustomer } from './commands/claim.ts'
import { giveBack } from './commands/give-back.ts'
import { endKeeping, keepCustomer } from './commands/lock.ts'
import { changePoolRules } from './commands/rules.ts'
import { viewPool } from './commands/view-pool.ts'
import { protectionPage } from './protection-page.ts'
import { returningSoon } from './queries/ahead.ts'
import type { PoolSources } from './queries/clocks.ts'
import { readPoolRules } from './queries/rules.ts'
import { simulatePool } from './simulate.ts'

/** So many of the customers that return soon are shown at once. */
const mostReturning = 500

/** The pool, claims, what protects a customer, and the rules of all three. */
export function poolRoutes(services: Services, sources: PoolSources): Routes {
  const { db } = services
  return newRoutes()
    .openapi(api.listPool, async (c) =>
      answer(c, await viewPool(services, c.get('actor'), c.req.valid('query'))),
    )
    .openapi(api.claimCustomer, async (c) =>
      answer(c, await claimCustomer(services, c.get('actor'), c.req.valid('param').id)),
    )
    .openapi(api.giveBack, async (c) =>
      answer(
        c,
        await giveBack(services, c.get('actor'), c.req.valid('param').id, c.req.valid('json').reason),
      ),
    )
    .openapi(api.readProtection, async (c) => {
      const actor = c.get('actor')
      if (!actor.may.includes('customers.read')) return answer(c, refuse('not-allowed')) as never
      return answer(c, await protectionPage(services, sources, actor, c.req.valid('param').id))
    })
    .openapi(api.keepCustomer, async (c) =>
      answer(c, await keepCustomer(services, c.get('actor'), c.req.valid('param').id, c.req.valid('json'))),
    )
    .openapi(api.endKeeping, async (c) =>
      answer(c, await endKeeping(services, c.get('actor'), c.req.valid('param').id)),
    )
    .openapi(api.listReturning, async (c) => {
      const actor = c.get('actor')
      if (!actor.may.includes('customers.read')) return answer(c, refuse('not-allowed')) as never
      const page = await readAs(db, actor, async (tx) => {
        const { rules } = await readPoolRules(tx)
        return await returningSoon(tx, sources, { rules, today: await companyDay(tx) }, mostReturning)
      })
      return answer(c, page)
    })
    .openapi(api.readRules, async (c) => {
      const actor = c.get('actor')
      const mayChange = actor.may.includes('company.settings')
      return c.json({ ...(await readAs(db, actor, readPoolRules)), mayChange }, 200)
    })
    .openapi(api.changeRules, async (c) => {
      const done = await changePoolRules(services, c.get('actor'), c.req.valid('json'))
      return answer(c, isRefusal(done) ? done : { ...done, mayChange: true })
    })
    .openapi(api.simulate, async (c) =>
      answer(c, await simulatePool(services, sources, c.get('actor'), c.req.valid('json').rules)),
    ) as unknown as Routes
}

import type { Context } from 'hono'
import type { Tx } from '../../../platform/server/database/connect.ts'
import { readAs } from '../../../platform/server/database/transaction.ts'
import { answer } from '../../../platform/server/http/answer.ts'
import { type HttpEnv, type Routes, newRoutes } from '../../../platform/server/http/routes.ts'
import type { Services } from '../../../platform/server/services.ts'
import { type Refusal, isRefusal } from '../../../values/refusal.ts'
import { lacks } from '../../../people/permissions.ts'
import * as api from '../../api/coverage.ts'
import { addChannel, removeChannel } from '../commands/channels.ts'
import { changeCoverageRules } from '../commands/coverage-rules.ts'
import { coveragePage, exposureOfReports } from '../coverage-page.ts'
import { customerCoverage, fixesPage } from '../customer-coverage.ts'
import type { Measure } from '../queries/coverage.ts'
import { coverageRules, measureOf } from '../queries/coverage-rules.ts'
import type { Facts } from '../queries/facts.ts'

/** Who really knows the customers, what hangs on one person, and what to put right first (rule 2.6). */
export function coverageRoutes(services: Services, facts: Facts): Routes {
  /** Answers a question by the company's measure of today, for whoever may read customers. */
  async function ask<T>(c: Context<HttpEnv>, question: (tx: Tx, measure: Measure) => Promise<T | Refusal>) {
    const actor = c.get('actor')
    const no = lacks(actor, 'customers.read')
    if (no !== null) return answer<T>(c, no)
    const done = await readAs(services.db, actor, async (tx) =>
      question(tx, await measureOf(tx, facts, services.now())),
    )
    return answer<T>(c, done)
  }
  return newRoutes()
    .openapi(api.readCoverage, (c) =>
      ask(c, (tx, measure) => coveragePage(tx, c.get('actor'), measure, c.req.valid('query'))),
    )
    .openapi(api.readFixes, (c) =>
      ask(c, (tx, measure) => fixesPage(tx, c.get('actor'), measure, c.req.valid('query'))),
    )
    .openapi(api.readPeopleExposure, (c) => {
      const { reportsTo = 'nobody' } = c.req.valid('query')
      const manager = reportsTo === 'nobody' ? null : reportsTo
      return ask(c, (tx, measure) => exposureOfReports(tx, c.get('actor'), measure, manager))
    })
    .openapi(api.readRules, async (c) =>
      c.json(withMay(c, await readAs(services.db, c.get('actor'), coverageRules)), 200),
    )
    .openapi(api.changeRules, async (c) => {
      const done = await changeCoverageRules(services, c.get('actor'), c.req.valid('json'))
      return answer(c, isRefusal(done) ? done : withMay(c, done))
    })
    .openapi(api.readCustomerCoverage, (c) =>
      ask(c, (tx, measure) => customerCoverage(tx, c.get('actor'), measure, c.req.valid('param').id)),
    )
    .openapi(api.addChannel, async (c) =>
      answer(c, await addChannel(services, c.get('actor'), c.req.valid('json'))),
    )
    .openapi(api.removeChannel, async (c) => {
      const { id, channelId } = c.req.valid('param')
      return answer(c, await removeChannel(services, c.get('actor'), id, channelId))
    }) as unknown as Routes
}

function withMay(c: Context<HttpEnv>, rules: Awaited<ReturnType<typeof coverageRules>>) {
  return { ...rules, mayChange: c.get('actor').may.includes('company.settings') }
}

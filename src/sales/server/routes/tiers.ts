import type { Context } from 'hono'
import { registerFacts } from '../../../customers/server/queries/company.ts'
import { lacks } from '../../../people/permissions.ts'
import { readAs } from '../../../platform/server/database/transaction.ts'
import { answer } from '../../../platform/server/http/answer.ts'
import { type HttpEnv, type Routes, newRoutes } from '../../../platform/server/http/routes.ts'
import type { Services } from '../../../platform/server/services.ts'
import type { Day } from '../../../values/day.ts'
import { isRefusal, refuse } from '../../../values/refusal.ts'
import * as api from '../../api/tiers.ts'
import { nextRunOn } from '../../tier-period.ts'
import { computeTiers, previewTiers } from '../commands/compute-tiers.ts'
import { letTierBeComputed } from '../commands/tier-of.ts'
import { changeTierRules } from '../commands/tier-rules.ts'
import { undoTiers } from '../commands/undo-tiers.ts'
import { currencyOfRun, movesOfRun, tierRuns } from '../queries/tier-list.ts'
import { tierOf } from '../queries/tier-of.ts'
import { tierRules } from '../queries/tier-rules.ts'

/** Tiers computed from sales (rule 1.8): rules, preview, computing, taking back, and one customer's own. */
export function tierRoutes(services: Services): Routes {
  const whole = (c: Context<HttpEnv>) =>
    readAs(services.db, c.get('actor'), async (tx) => {
      const { may } = c.get('actor')
      const { rules, version } = await tierRules(tx)
      const { today } = await registerFacts(tx, c.get('actor'), services.now)
      const mayCompute = may.includes('tiers.compute')
      const runs = (await tierRuns(tx, 12)).map(({ isLast, ...run }) => ({
        ...run,
        mayUndo: mayCompute && isLast,
      }))
      const mayChange = may.includes('company.settings')
      return { rules, version, nextOn: nextRunOn(today, rules.every), mayChange, mayCompute, runs }
    })
  return newRoutes()
    .openapi(api.readTiers, async (c) =>
      answer(c, lacks(c.get('actor'), 'customers.read') ?? (await whole(c))),
    )
    .openapi(api.changeTierRules, async (c) => {
      const done = await changeTierRules(services, c.get('actor'), c.req.valid('json'))
      return answer(c, isRefusal(done) ? done : await whole(c))
    })
    .openapi(api.previewTiers, async (c) => {
      const { asOf, rules, most } = c.req.valid('json')
      const asked = { rules, asOf: asOf as Day | undefined, ...(most === undefined ? {} : { most }) }
      return answer(c, await previewTiers(services, c.get('actor'), asked))
    })
    .openapi(api.computeTiers, async (c) => {
      const { asOf, digest } = c.req.valid('json')
      return answer(
        c,
        await computeTiers(services, c.get('actor'), { asOf: asOf as Day | undefined, digest }),
      )
    })
    .openapi(api.undoTiers, async (c) =>
      answer(c, await undoTiers(services, c.get('actor'), c.req.valid('param').id)),
    )
    .openapi(api.readTierMoves, async (c) => {
      const actor = c.get('actor')
      const { page = 1, size = 50 } = c.req.valid('query')
      const { id } = c.req.valid('param')
      const no = lacks(actor, 'customers.read')
      if (no !== null) return answer(c, no)
      const found = await readAs(services.db, actor, async (tx) => {
        const currency = await currencyOfRun(tx, id)
        if (currency === null) return refuse('not-found')
        return { page, size, currency, ...(await movesOfRun(tx, id, { page, size })) }
      })
      return answer(c, found)
    })
    .openapi(api.readCustomerTier, async (c) => {
      const actor = c.get('actor')
      const no = lacks(actor, 'customers.read')
      if (no !== null) return answer(c, no)
      const found = await readAs(services.db, actor, async (tx) => {
        const tier = await tierOf(tx, c.req.valid('param').id)
        if (tier === null) return refuse('not-found')
        const { rules } = await tierRules(tx)
        const { today } = await registerFacts(tx, actor, services.now)
        const mayChange = actor.may.includes('customers.change')
        return { ...tier, nextOn: nextRunOn(today, rules.every), mayChange }
      })
      return answer(c, found)
    })
    .openapi(api.letTierBeComputed, async (c) => {
      const { shift, reason = null } = c.req.valid('json')
      const { id } = c.req.valid('param')
      return answer(c, await letTierBeComputed(services, c.get('actor'), id, { shift, reason }))
    }) as unknown as Routes
}

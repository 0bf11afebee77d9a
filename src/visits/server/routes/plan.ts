import { answer } from '../../../platform/server/http/answer.ts'
import { type Routes, newRoutes } from '../../../platform/server/http/routes.ts'
import type { Services } from '../../../platform/server/services.ts'
import { refuse } from '../../../values/refusal.ts'
import * as api from '../../api/plan.ts'
import { savePlan } from '../commands/save-plan.ts'
import { undoPlan } from '../commands/undo-plan.ts'
import { weekPlan } from '../plan-page.ts'

/** A person's week: proposed, saved, taken back. */
export function planRoutes(services: Services): Routes {
  return newRoutes()
    .openapi(api.readPlan, async (c) => {
      const actor = c.get('actor')
      if (!actor.may.includes('customers.read')) return answer(c, refuse('not-allowed')) as never
      return answer(c, await weekPlan(services, actor, c.req.valid('query'))) as never
    })
    .openapi(api.savePlan, async (c) =>
      answer(c, await savePlan(services, c.get('actor'), c.req.valid('json'))),
    )
    .openapi(api.undoPlan, async (c) =>
      answer(c, await undoPlan(services, c.get('actor'), c.req.valid('param').id)),
    ) as unknown as Routes
}

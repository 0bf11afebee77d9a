import { registerFacts } from '../../../customers/server/queries/company.ts'
import { lacks } from '../../../people/permissions.ts'
import type { Actor } from '../../../platform/server/database/actor.ts'
import type { Tx } from '../../../platform/server/database/connect.ts'
import { readAs } from '../../../platform/server/database/transaction.ts'
import { answer } from '../../../platform/server/http/answer.ts'
import { type Routes, newRoutes } from '../../../platform/server/http/routes.ts'
import type { Services } from '../../../platform/server/services.ts'
import type { Day } from '../../../values/day.ts'
import { type Refusal, isRefusal } from '../../../values/refusal.ts'
import * as api from '../../api/history.ts'
import { ownersOn } from '../queries/as-of.ts'
import { ownerOnDay, ownershipOf } from '../queries/ownership.ts'
import { whyNotOf } from '../why-not.ts'

/** Who was responsible when, and why, for whoever may read customers. */
export function historyRoutes(services: Services): Routes {
  const reading = async <T>(actor: Actor, work: (tx: Tx, today: Day) => Promise<T>): Promise<T | Refusal> =>
    lacks(actor, 'customers.read') ??
    (await readAs(services.db, actor, async (tx) =>
      work(tx, (await registerFacts(tx, actor, services.now)).today),
    ))
  return newRoutes()
    .openapi(api.readOwnership, async (c) => {
      const { knownAt = null } = c.req.valid('query')
      const { id } = c.req.valid('param')
      const actor = c.get('actor')
      return answer(
        c,
        await reading(actor, async (tx, today) => {
          const ownership = await ownershipOf(tx, id, today, knownAt)
          return isRefusal(ownership) ? ownership : { ...ownership, whyNot: await whyNotOf(tx, actor, id) }
        }),
      )
    })
    .openapi(api.ownerOn, async (c) =>
      answer(c, await reading(c.get('actor'), (tx, today) => ownerOnDay(tx, c.req.valid('query'), today))),
    )
    .openapi(api.ownersOn, async (c) => {
      const { pairs, line } = c.req.valid('json')
      return answer(
        c,
        await reading(c.get('actor'), async (tx) => ({
          owners: (await ownersOn(tx, pairs, line)).map(({ entryId, ...owner }) => ({
            ...owner,
            registered: entryId !== null,
          })),
        })),
      )
    }) as unknown as Routes
}

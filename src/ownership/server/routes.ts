import { answer } from '../../platform/server/http/answer.ts'
import { type Routes, newRoutes } from '../../platform/server/http/routes.ts'
import { readAs } from '../../platform/server/database/transaction.ts'
import type { Services } from '../../platform/server/services.ts'
import * as api from '../api.ts'
import * as history from '../api/history.ts'
import { assignCustomers } from './commands/assign.ts'
import { correctOwnership } from './commands/correct.ts'
import { coverCustomers, endCover } from './commands/cover.ts'
import { registerCustomer } from './commands/register.ts'
import { undoBatch } from './commands/undo.ts'
import { registerFacts } from '../../customers/server/queries/company.ts'
import { ownersOn } from './queries/as-of.ts'
import { ownerOnDay, ownershipOf } from './queries/ownership.ts'

/** Registering customers and saying who is responsible for them. */
export function ownershipRoutes(services: Services): Routes {
  return newRoutes()
    .openapi(api.assignCustomers, async (c) =>
      answer(c, await assignCustomers(services, c.get('actor'), c.req.valid('json'))),
    )
    .openapi(api.registerCustomer, async (c) =>
      answer(c, await registerCustomer(services, c.get('actor'), c.req.valid('json'))),
    )
    .openapi(api.undoBatch, async (c) =>
      answer(
        c,
        await undoBatch(services, c.get('actor'), c.req.valid('param').id, c.req.valid('json').reason),
      ),
    )
    .openapi(api.coverCustomers, async (c) =>
      answer(c, await coverCustomers(services, c.get('actor'), c.req.valid('json'))),
    )
    .openapi(api.endCover, async (c) =>
      answer(c, await endCover(services, c.get('actor'), c.req.valid('param').id)),
    )
    .openapi(api.correctOwnership, async (c) =>
      answer(
        c,
        await correctOwnership(services, c.get('actor'), c.req.valid('param').id, c.req.valid('json')),
      ),
    )
    .openapi(history.readOwnership, async (c) => {
      const actor = c.get('actor')
      const { knownAt } = c.req.valid('query')
      const found = await readAs(services.db, actor, async (tx) => {
        const { today } = await registerFacts(tx, actor, services.now)
        return await ownershipOf(tx, c.req.valid('param').id, today, knownAt ?? null)
      })
      return answer(c, found)
    })
    .openapi(history.ownerOn, async (c) => {
      const actor = c.get('actor')
      const found = await readAs(services.db, actor, async (tx) => {
        const { today } = await registerFacts(tx, actor, services.now)
        return await ownerOnDay(tx, c.req.valid('query'), today)
      })
      return answer(c, found)
    })
    .openapi(history.ownersOn, async (c) => {
      const { pairs, line } = c.req.valid('json')
      const held = await readAs(services.db, c.get('actor'), (tx) => ownersOn(tx, pairs, line))
      const owners = held.map(({ entryId, ...owner }) => ({ ...owner, registered: entryId !== null }))
      return c.json({ owners }, 200)
    }) as unknown as Routes
}

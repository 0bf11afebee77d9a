import { lacks } from '../../people/permissions.ts'
import { readAs } from '../../platform/server/database/transaction.ts'
import { answer } from '../../platform/server/http/answer.ts'
import { refused } from '../../platform/server/http/problem.ts'
import { type Routes, newRoutes } from '../../platform/server/http/routes.ts'
import type { Services } from '../../platform/server/services.ts'
import { refuse } from '../../values/refusal.ts'
import * as api from '../api/promises.ts'
import { changePromise, closePromise, makePromise, reopenPromise } from './commands/promises.ts'
import { outletOf } from './queries/place.ts'
import { openPromisesFor, promisesOf } from './queries/promises.ts'

/** Promises to customers. */
export function promiseRoutes(services: Services): Routes {
  const { db } = services
  return newRoutes()
    .openapi(api.listPromises, async (c) => {
      const actor = c.get('actor')
      const { due = 'all' } = c.req.valid('query')
      const no = lacks(actor, 'customers.read')
      if (no !== null) return refused(c, no) as never
      const promises = await readAs(db, actor, (tx) => openPromisesFor(tx, actor, due))
      return c.json({ promises, mayMake: actor.may.includes('visits.write') }, 200)
    })
    .openapi(api.listCustomerPromises, async (c) => {
      const actor = c.get('actor')
      const { id } = c.req.valid('param')
      const no = lacks(actor, 'customers.read')
      if (no !== null) return refused(c, no) as never
      const found = await readAs(db, actor, async (tx) => {
        const outlet = await outletOf(tx, id)
        if (outlet === null) return null
        const alive = outlet.status === 'active' || outlet.status === 'closed'
        return {
          promises: await promisesOf(tx, id, actor),
          mayMake: alive && actor.may.includes('visits.write'),
        }
      })
      return answer(c, found ?? refuse('not-found'))
    })
    .openapi(api.makePromise, async (c) =>
      answer(c, await makePromise(services, c.get('actor'), c.req.valid('json'))),
    )
    .openapi(api.changePromise, async (c) =>
      answer(c, await changePromise(services, c.get('actor'), c.req.valid('param').id, c.req.valid('json'))),
    )
    .openapi(api.keepPromise, async (c) => {
      const { outcome } = c.req.valid('json')
      const closing = { action: 'keep', outcome } as const
      return answer(c, await closePromise(services, c.get('actor'), c.req.valid('param').id, closing))
    })
    .openapi(api.withdrawPromise, async (c) => {
      const { outcome } = c.req.valid('json')
      const closing = { action: 'withdraw', outcome } as const
      return answer(c, await closePromise(services, c.get('actor'), c.req.valid('param').id, closing))
    })
    .openapi(api.reopenPromise, async (c) =>
      answer(c, await reopenPromise(services, c.get('actor'), c.req.valid('param').id)),
    ) as unknown as Routes
}

import { readAs } from '../../../platform/server/database/transaction.ts'
import { refused } from '../../../platform/server/http/problem.ts'
import { type Routes, newRoutes } from '../../../platform/server/http/routes.ts'
import type { Services } from '../../../platform/server/services.ts'
import { isRefusal, refuse } from '../../../values/refusal.ts'
import * as api from '../../api/queue.ts'
import { confirmMany, undoConfirm } from '../commands/confirm.ts'
import { queueFor } from '../queries/queue.ts'
import { lookForDuplicates } from './look-for-duplicates.ts'

/** The steward's queue, and what is done to many of it at once. */
export function queueRoutes(services: Services): Routes {
  const { db, now } = services
  return newRoutes()
    .openapi(api.readQueue, async (c) => {
      const actor = c.get('actor')
      if (!actor.may.includes('customers.steward')) return refused(c, refuse('not-allowed')) as never
      const query = c.req.valid('query')
      const queue = await readAs(db, actor, (tx) => queueFor(tx, actor, now, query))
      if (queue.scanning) await lookForDuplicates(services, actor)
      return c.json(queue, 200)
    })
    .openapi(api.confirmMany, async (c) => {
      const done = await confirmMany(services, c.get('actor'), c.req.valid('json').ids)
      return isRefusal(done) ? (refused(c, done) as never) : c.json(done, 200)
    })
    .openapi(api.undoConfirm, async (c) => {
      const done = await undoConfirm(services, c.get('actor'), c.req.valid('param').id)
      return isRefusal(done) ? (refused(c, done) as never) : c.json(done, 200)
    }) as unknown as Routes
}

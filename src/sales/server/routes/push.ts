import { bodyLimit } from 'hono/body-limit'
import { answer } from '../../../platform/server/http/answer.ts'
import { jsonOnly } from '../../../platform/server/http/json-only.ts'
import { problem } from '../../../platform/server/http/problem.ts'
import { type Routes, newRoutes } from '../../../platform/server/http/routes.ts'
import type { Services } from '../../../platform/server/services.ts'
import { pushOrders as route } from '../../api/push.ts'
import { PushedOrder } from '../../schema/push.ts'
import { pushOrders } from '../commands/push.ts'

/** Thousands of orders with their lines. */
export const mostBytes = 16 * 1024 * 1024

/** Where the company's own system brings its orders (rule 5.1). */
export function pushRoutes(services: Services): Routes {
  const routes = newRoutes()
  // The batch takes anything, so that one bad order doesn't stop the others; the contract says what an order looks like.
  routes.openAPIRegistry.register('PushedOrder', PushedOrder)
  const limit = bodyLimit({
    maxSize: mostBytes,
    onError: (c) => problem(c, 413, 'too-large', { facts: { limit: mostBytes } }),
  })
  routes.use('/api/orders/batches', jsonOnly, limit)
  return routes.openapi(route, async (c) =>
    answer(c, await pushOrders(services, c.get('actor'), c.req.valid('json'))),
  ) as unknown as Routes
}

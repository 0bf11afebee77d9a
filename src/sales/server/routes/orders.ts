import type { Context } from 'hono'
import { lacks } from '../../../people/permissions.ts'
import type { Tx } from '../../../platform/server/database/connect.ts'
import { readAs } from '../../../platform/server/database/transaction.ts'
import { answer } from '../../../platform/server/http/answer.ts'
import { type HttpEnv, type Routes, newRoutes } from '../../../platform/server/http/routes.ts'
import type { Services } from '../../../platform/server/services.ts'
import { type Refusal, refuse } from '../../../values/refusal.ts'
import * as api from '../../api/orders.ts'
import { cancelOrder, changeOrder, deliverOrder } from '../commands/change.ts'
import { enterOrder } from '../commands/enter.ts'
import { returnOrder } from '../commands/return.ts'
import { historyOf } from '../order-history.ts'
import { orderPage } from '../order-page.ts'
import { listOrders, totalOrders } from '../queries/order-list.ts'
import { monthsOf } from '../queries/order-months.ts'

/** Orders, read and entered by hand: who sees a customer sees its orders. */
export function orderRoutes(services: Services): Routes {
  async function ask<T>(c: Context<HttpEnv>, question: (tx: Tx) => Promise<T | Refusal>) {
    const no = lacks(c.get('actor'), 'customers.read')
    return answer<T>(c, no ?? (await readAs(services.db, c.get('actor'), question)))
  }
  return newRoutes()
    .openapi(api.listOrders, (c) => {
      const query = c.req.valid('query')
      return ask(c, async (tx) => ({
        ...(await listOrders(tx, query, query.size ?? 50)),
        totals: query.after === undefined ? await totalOrders(tx, query) : null,
      }))
    })
    .openapi(api.getOrder, (c) => ask(c, (tx) => orderPage(tx, c.get('actor'), c.req.valid('param').id)))
    .openapi(api.getOrderVersions, (c) =>
      ask(c, async (tx) => {
        const versions = await historyOf(tx, c.req.valid('param').id)
        return versions === null ? refuse('not-found') : { versions }
      }),
    )
    .openapi(api.getOrderMonths, (c) =>
      ask(c, async (tx) => {
        const { months = 24 } = c.req.valid('query')
        return (await monthsOf(tx, c.req.valid('param').id, months)) ?? refuse('not-found')
      }),
    )
    .openapi(api.enterOrder, async (c) =>
      answer(c, await enterOrder(services, c.get('actor'), c.req.valid('json'))),
    )
    .openapi(api.changeOrder, async (c) =>
      answer(c, await changeOrder(services, c.get('actor'), c.req.valid('param').id, c.req.valid('json'))),
    )
    .openapi(api.deliverOrder, async (c) =>
      answer(c, await deliverOrder(services, c.get('actor'), c.req.valid('param').id, c.req.valid('json'))),
    )
    .openapi(api.cancelOrder, async (c) =>
      answer(c, await cancelOrder(services, c.get('actor'), c.req.valid('param').id, c.req.valid('json'))),
    )
    .openapi(api.returnOrder, async (c) =>
      answer(c, await returnOrder(services, c.get('actor'), c.req.valid('param').id, c.req.valid('json'))),
    ) as unknown as Routes
}

import { lacks } from '../../../people/permissions.ts'
import type { Actor } from '../../../platform/server/database/actor.ts'
import type { Tx } from '../../../platform/server/database/connect.ts'
import { readAs } from '../../../platform/server/database/transaction.ts'
import { answer } from '../../../platform/server/http/answer.ts'
import { type Routes, newRoutes } from '../../../platform/server/http/routes.ts'
import type { Services } from '../../../platform/server/services.ts'
import * as api from '../../api/stock.ts'
import { recordCounts, recordWriteOff, withdrawStock } from '../commands/record-stock.ts'
import { outletStock, stockHistory } from '../outlet-stock.ts'

/** What outlets have of our products: counted, lost, sold. */
export function stockRoutes(services: Services): Routes {
  const read = async <T>(actor: Actor, work: (tx: Tx) => Promise<T>) =>
    lacks(actor, 'customers.read') ?? (await readAs(services.db, actor, work))
  return newRoutes()
    .openapi(api.readStock, async (c) => {
      const actor = c.get('actor')
      const { id } = c.req.valid('param')
      return answer(c, await read(actor, (tx) => outletStock(tx, actor, id)))
    })
    .openapi(api.readStockHistory, async (c) => {
      const actor = c.get('actor')
      const { id, productId } = c.req.valid('param')
      return answer(c, await read(actor, (tx) => stockHistory(tx, actor, id, productId)))
    })
    .openapi(api.recordCounts, async (c) =>
      answer(c, await recordCounts(services, c.get('actor'), c.req.valid('param').id, c.req.valid('json'))),
    )
    .openapi(api.recordWriteOff, async (c) =>
      answer(c, await recordWriteOff(services, c.get('actor'), c.req.valid('param').id, c.req.valid('json'))),
    )
    .openapi(api.withdrawCount, async (c) => {
      const asked = { ...c.req.valid('param'), ...c.req.valid('json') }
      return answer(c, await withdrawStock(services, c.get('actor'), 'stock_count', asked))
    })
    .openapi(api.withdrawWriteOff, async (c) => {
      const asked = { ...c.req.valid('param'), ...c.req.valid('json') }
      return answer(c, await withdrawStock(services, c.get('actor'), 'write_off', asked))
    }) as unknown as Routes
}

import { lacks } from '../../../people/permissions.ts'
import { companyDay } from '../../../people/server/queries/company.ts'
import type { Actor } from '../../../platform/server/database/actor.ts'
import type { Tx } from '../../../platform/server/database/connect.ts'
import { readAs } from '../../../platform/server/database/transaction.ts'
import { answer } from '../../../platform/server/http/answer.ts'
import { type Routes, newRoutes } from '../../../platform/server/http/routes.ts'
import type { Services } from '../../../platform/server/services.ts'
import { isRefusal, refuse } from '../../../values/refusal.ts'
import * as api from '../../api/prices.ts'
import { agreePriceList } from '../commands/agree-price-list.ts'
import { addPriceList, changePriceList, removePriceList } from '../commands/price-lists.ts'
import { setPrices } from '../commands/set-prices.ts'
import { customerPriceList, customerPrices } from '../customer-prices.ts'
import { onePriceList, priceLists } from '../queries/price-lists.ts'
import { pricePage } from '../queries/price-rows.ts'

/** Price lists, their prices, and what a customer pays by them. */
export function priceRoutes(services: Services): Routes {
  /** Prices are for those who work with customers. */
  const read = async <T>(actor: Actor, work: (tx: Tx) => Promise<T>) =>
    lacks(actor, 'customers.read') ?? (await readAs(services.db, actor, work))
  return newRoutes()
    .openapi(api.listPriceLists, async (c) =>
      answer(c, await read(c.get('actor'), async (tx) => ({ lists: await priceLists(tx) }))),
    )
    .openapi(api.addPriceList, async (c) =>
      answer(c, await addPriceList(services, c.get('actor'), c.req.valid('json'))),
    )
    .openapi(api.changePriceList, async (c) =>
      answer(
        c,
        await changePriceList(services, c.get('actor'), c.req.valid('param').id, c.req.valid('json')),
      ),
    )
    .openapi(api.removePriceList, async (c) =>
      answer(c, await removePriceList(services, c.get('actor'), c.req.valid('param').id)),
    )
    .openapi(api.listPrices, async (c) => {
      const [{ id }, query] = [c.req.valid('param'), c.req.valid('query')]
      const page = await read(c.get('actor'), async (tx) => {
        const list = await onePriceList(tx, id)
        if (list === null) return refuse('not-found')
        const day = query.day ?? (await companyDay(tx))
        return { list, day, ...(await pricePage(tx, id, query, day)) }
      })
      return answer(c, page)
    })
    .openapi(api.setPrices, async (c) =>
      answer(c, await setPrices(services, c.get('actor'), c.req.valid('param').id, c.req.valid('json'))),
    )
    .openapi(api.readCustomerPrices, async (c) => {
      const [{ id }, query] = [c.req.valid('param'), c.req.valid('query')]
      return answer(c, await read(c.get('actor'), (tx) => customerPrices(tx, id, query)))
    })
    .openapi(api.readCustomerPriceList, async (c) => {
      const actor = c.get('actor')
      const { id } = c.req.valid('param')
      return answer(c, await read(actor, (tx) => customerPriceList(tx, actor, id)))
    })
    .openapi(api.agreePriceList, async (c) => {
      const actor = c.get('actor')
      const { id } = c.req.valid('param')
      const done = await agreePriceList(services, actor, id, c.req.valid('json'))
      return answer(c, isRefusal(done) ? done : await read(actor, (tx) => customerPriceList(tx, actor, id)))
    }) as unknown as Routes
}

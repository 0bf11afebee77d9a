import type { Context } from 'hono'
import { readAs } from '../../../platform/server/database/transaction.ts'
import { answer } from '../../../platform/server/http/answer.ts'
import { type HttpEnv, type Routes, newRoutes } from '../../../platform/server/http/routes.ts'
import type { Services } from '../../../platform/server/services.ts'
import { isRefusal } from '../../../values/refusal.ts'
import * as api from '../../api/company.ts'
import { addProduct, changeProduct } from '../commands/products.ts'
import { changeSettings } from '../commands/settings.ts'
import * as areas from '../commands/territories.ts'
import { productPage } from '../queries/products.ts'
import { readSettings } from '../queries/settings.ts'
import { territories, unplacedCustomers } from '../queries/territories.ts'

/** Products, areas, and how the company wants its register kept. */
export function registerCompanyRoutes(services: Services): Routes {
  const { db } = services
  return newRoutes()
    .openapi(api.listProducts, async (c) => {
      const query = c.req.valid('query')
      return c.json(await readAs(db, c.get('actor'), (tx) => productPage(tx, query)), 200)
    })
    .openapi(api.addProduct, async (c) =>
      answer(c, await addProduct(services, c.get('actor'), c.req.valid('json'))),
    )
    .openapi(api.changeProduct, async (c) =>
      answer(c, await changeProduct(services, c.get('actor'), c.req.valid('param').id, c.req.valid('json'))),
    )
    .openapi(api.readSettings, async (c) =>
      c.json(shown(c, await readAs(db, c.get('actor'), readSettings)), 200),
    )
    .openapi(api.changeSettings, async (c) => {
      const done = await changeSettings(services, c.get('actor'), c.req.valid('json'))
      return answer(c, isRefusal(done) ? done : shown(c, done))
    })
    .openapi(api.listTerritories, async (c) => {
      const listed = await readAs(db, c.get('actor'), async (tx) => ({
        territories: await territories(tx),
        unplaced: await unplacedCustomers(tx),
      }))
      return c.json(listed, 200)
    })
    .openapi(api.addTerritory, async (c) =>
      answer(c, await areas.addTerritory(services, c.get('actor'), c.req.valid('json'))),
    )
    .openapi(api.changeTerritory, async (c) =>
      answer(
        c,
        await areas.changeTerritory(services, c.get('actor'), c.req.valid('param').id, c.req.valid('json')),
      ),
    )
    .openapi(api.removeTerritory, async (c) =>
      answer(c, await areas.removeTerritory(services, c.get('actor'), c.req.valid('param').id)),
    )
    .openapi(api.placeInTerritories, async (c) =>
      answer(c, await areas.placeInTerritories(services, c.get('actor'), c.req.valid('json').again)),
    ) as unknown as Routes
}

function shown(c: Context<HttpEnv>, { settings, version }: Awaited<ReturnType<typeof readSettings>>) {
  const mayChange = c.get('actor').may.includes('company.settings')
  return { customers: settings, version, mayChange }
}

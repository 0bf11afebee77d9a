import { companyDay, companyOf } from '../../../people/server/queries/company.ts'
import { readAs } from '../../../platform/server/database/transaction.ts'
import { answer } from '../../../platform/server/http/answer.ts'
import { type Routes, newRoutes } from '../../../platform/server/http/routes.ts'
import type { Services } from '../../../platform/server/services.ts'
import * as api from '../../api/payments.ts'
import { recordRate } from '../commands/rates.ts'
import { listRates, openCurrencies, ratesOn } from '../queries/rates.ts'

/** Exchange rates by day. */
export function rateRoutes(services: Services): Routes {
  return newRoutes()
    .openapi(api.listRates, async (c) => {
      const actor = c.get('actor')
      const { currency, page = 1 } = c.req.valid('query')
      return answer(
        c,
        await readAs(services.db, actor, async (tx) => {
          const { currency: home } = await companyOf(tx)
          const known = new Set([
            home,
            ...(await ratesOn(tx, await companyDay(tx))).map((one) => one.currency),
          ])
          const missing = (await openCurrencies(tx)).filter((one) => !known.has(one))
          const mayChange = actor.may.includes('rates.change')
          return { home, missing, mayChange, ...(await listRates(tx, currency ?? null, { page, size: 50 })) }
        }),
      )
    })
    .openapi(api.recordRate, async (c) =>
      answer(c, await recordRate(services, c.get('actor'), c.req.valid('json'))),
    ) as unknown as Routes
}

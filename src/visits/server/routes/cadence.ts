import { companyDay } from '../../../people/server/queries/company.ts'
import { readAs } from '../../../platform/server/database/transaction.ts'
import { answer } from '../../../platform/server/http/answer.ts'
import { type Routes, newRoutes } from '../../../platform/server/http/routes.ts'
import type { Services } from '../../../platform/server/services.ts'
import { isRefusal, refuse } from '../../../values/refusal.ts'
import * as api from '../../api/cadence.ts'
import { loadsOf } from '../cadence-load.ts'
import { changeCadenceRules, setCapacity, setCustomerCadence } from '../commands/cadence.ts'
import { customerCadence, dueOfPeople, shownLoad } from '../due-page.ts'
import { readCadenceRules } from '../queries/cadence-rules.ts'
import { tryCadence } from '../try-cadence.ts'

/** How often customers are visited, what people can do, and what is due. */
export function cadenceRoutes(services: Services): Routes {
  const { db } = services
  return newRoutes()
    .openapi(api.readCadence, async (c) => {
      const actor = c.get('actor')
      const mayChange = actor.may.includes('company.settings')
      return c.json({ ...(await readAs(db, actor, readCadenceRules)), mayChange } as never, 200)
    })
    .openapi(api.changeCadence, async (c) => {
      const done = await changeCadenceRules(services, c.get('actor'), c.req.valid('json'))
      return answer(c, isRefusal(done) ? done : { ...done, mayChange: true }) as never
    })
    .openapi(
      api.tryCadence,
      async (c) => answer(c, await tryCadence(services, c.get('actor'), c.req.valid('json').rules)) as never,
    )
    .openapi(api.readLoads, async (c) => {
      const actor = c.get('actor')
      if (!actor.may.includes('customers.read')) return answer(c, refuse('not-allowed')) as never
      const loads = await readAs(db, actor, async (tx) => {
        const { rules } = await readCadenceRules(tx)
        return await loadsOf(tx, rules, {}, await companyDay(tx))
      })
      return answer(c, { loads: loads.map(shownLoad) }) as never
    })
    .openapi(api.setCapacity, async (c) => {
      const actor = c.get('actor')
      const { id } = c.req.valid('param')
      const done = await setCapacity(services, actor, id, c.req.valid('json'))
      if (isRefusal(done)) return answer(c, done) as never
      const [load] = await readAs(db, actor, async (tx) => {
        const { rules } = await readCadenceRules(tx)
        return await loadsOf(tx, rules, { people: [id] }, await companyDay(tx))
      })
      return answer(c, load === undefined ? refuse('not-found') : shownLoad(load)) as never
    })
    .openapi(api.readCustomerCadence, async (c) => {
      const actor = c.get('actor')
      if (!actor.may.includes('customers.read')) return answer(c, refuse('not-allowed')) as never
      return answer(c, await customerCadence(services, actor, c.req.valid('param').id)) as never
    })
    .openapi(api.setCustomerCadence, async (c) => {
      const { id } = c.req.valid('param')
      const done = await setCustomerCadence(services, c.get('actor'), id, c.req.valid('json'))
      return answer(c, isRefusal(done) ? done : await customerCadence(services, c.get('actor'), id)) as never
    })
    .openapi(api.listDue, async (c) => {
      const actor = c.get('actor')
      if (!actor.may.includes('customers.read')) return answer(c, refuse('not-allowed')) as never
      return answer(c, await dueOfPeople(services, actor, c.req.valid('query'))) as never
    }) as unknown as Routes
}

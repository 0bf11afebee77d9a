import type { Facts } from '../../ownership/server/queries/facts.ts'
import { answer } from '../../platform/server/http/answer.ts'
import { type Routes, newRoutes } from '../../platform/server/http/routes.ts'
import type { Services } from '../../platform/server/services.ts'
import * as api from '../api.ts'
import { drill } from './drill.ts'

/** Departures: what would happen in one (rule 3.11). */
export function departureRoutes(services: Services, facts: Facts): Routes {
  return newRoutes()
    .openapi(api.drillPerson, async (c) =>
      answer(c, await drill(services, facts, c.get('actor'), { people: [c.req.valid('param').id] })),
    )
    .openapi(api.drillMany, async (c) =>
      answer(c, await drill(services, facts, c.get('actor'), c.req.valid('json'))),
    ) as unknown as Routes
}

import { lacks } from '../../people/permissions.ts'
import { readAs } from '../../platform/server/database/transaction.ts'
import { answer } from '../../platform/server/http/answer.ts'
import { type Routes, newRoutes } from '../../platform/server/http/routes.ts'
import type { Services } from '../../platform/server/services.ts'
import * as api from '../api.ts'
import { eventTypes } from '../event-types.ts'
import { changeEndpoint, makeEndpoint, removeEndpoint, renewSecret } from './commands/endpoints.ts'
import { deliveryPage, replayDelivery, tryEndpoint } from './commands/resend.ts'
import { endpointsHere } from './queries/endpoints.ts'

const types = Object.entries(eventTypes).map(([type, data]) => ({ type, data }))

/** Where events are sent, and how it went. */
export function webhookRoutes(services: Services): Routes {
  return newRoutes()
    .openapi(api.listEndpoints, async (c) => {
      const actor = c.get('actor')
      const no = lacks(actor, 'integrations.manage')
      return answer(c, no ?? { endpoints: await readAs(services.db, actor, endpointsHere), types })
    })
    .openapi(api.makeEndpoint, async (c) =>
      answer(c, await makeEndpoint(services, c.get('actor'), c.req.valid('json'))),
    )
    .openapi(api.replayDelivery, async (c) =>
      answer(c, await replayDelivery(services, c.get('actor'), c.req.valid('param').id)),
    )
    .openapi(api.changeEndpoint, async (c) =>
      answer(c, await changeEndpoint(services, c.get('actor'), c.req.valid('param').id, c.req.valid('json'))),
    )
    .openapi(api.removeEndpoint, async (c) =>
      answer(c, await removeEndpoint(services, c.get('actor'), c.req.valid('param').id)),
    )
    .openapi(api.renewSecret, async (c) =>
      answer(c, await renewSecret(services, c.get('actor'), c.req.valid('param').id)),
    )
    .openapi(api.tryEndpoint, async (c) =>
      answer(c, await tryEndpoint(services, c.get('actor'), c.req.valid('param').id)),
    )
    .openapi(api.listDeliveries, async (c) => {
      const { id } = c.req.valid('param')
      return answer(c, await deliveryPage(services, c.get('actor'), id, c.req.valid('query').before))
    }) as unknown as Routes
}

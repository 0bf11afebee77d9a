import { answer } from '../../platform/server/http/answer.ts'
import { type Routes, newRoutes } from '../../platform/server/http/routes.ts'
import type { Services } from '../../platform/server/services.ts'
import * as api from '../api.ts'
import { assignCustomers } from './commands/assign.ts'
import { registerCustomer } from './commands/register.ts'

/** Registering customers and saying who is responsible for them. */
export function ownershipRoutes(services: Services): Routes {
  return newRoutes()
    .openapi(api.assignCustomers, async (c) =>
      answer(c, await assignCustomers(services, c.get('actor'), c.req.valid('json'))),
    )
    .openapi(api.registerCustomer, async (c) =>
      answer(c, await registerCustomer(services, c.get('actor'), c.req.valid('json'))),
    ) as unknown as Routes
}

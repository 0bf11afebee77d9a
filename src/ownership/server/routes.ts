import { refused } from '../../platform/server/http/problem.ts'
import { type Routes, newRoutes } from '../../platform/server/http/routes.ts'
import type { Services } from '../../platform/server/services.ts'
import { isRefusal } from '../../values/refusal.ts'
import * as api from '../api.ts'
import { registerCustomer } from './commands/register.ts'

/** Registering customers and saying who is responsible for them. */
export function ownershipRoutes(services: Services): Routes {
  return newRoutes().openapi(api.registerCustomer, async (c) => {
    const made = await registerCustomer(services, c.get('actor'), c.req.valid('json'))
    return isRefusal(made) ? (refused(c, made) as never) : c.json(made, 200)
  }) as unknown as Routes
}

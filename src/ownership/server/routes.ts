import { answer } from '../../platform/server/http/answer.ts'
import { type Routes, newRoutes } from '../../platform/server/http/routes.ts'
import type { Services } from '../../platform/server/services.ts'
import * as api from '../api.ts'
import { assignCustomers } from './commands/assign.ts'
import { correctOwnership } from './commands/correct.ts'
import { coverCustomers, endCover } from './commands/cover.ts'
import { registerCustomer } from './commands/register.ts'
import { undoBatch } from './commands/undo.ts'

/** Registering customers and saying who is responsible for them. */
export function ownershipRoutes(services: Services): Routes {
  return newRoutes()
    .openapi(api.assignCustomers, async (c) =>
      answer(c, await assignCustomers(services, c.get('actor'), c.req.valid('json'))),
    )
    .openapi(api.registerCustomer, async (c) =>
      answer(c, await registerCustomer(services, c.get('actor'), c.req.valid('json'))),
    )
    .openapi(api.undoBatch, async (c) =>
      answer(
        c,
        await undoBatch(services, c.get('actor'), c.req.valid('param').id, c.req.valid('json').reason),
      ),
    )
    .openapi(api.coverCustomers, async (c) =>
      answer(c, await coverCustomers(services, c.get('actor'), c.req.valid('json'))),
    )
    .openapi(api.endCover, async (c) =>
      answer(c, await endCover(services, c.get('actor'), c.req.valid('param').id)),
    )
    .openapi(api.correctOwnership, async (c) =>
      answer(
        c,
        await correctOwnership(services, c.get('actor'), c.req.valid('param').id, c.req.valid('json')),
      ),
    ) as unknown as Routes
}

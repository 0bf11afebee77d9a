import { refused } from '../../../platform/server/http/problem.ts'
import { type Routes, newRoutes } from '../../../platform/server/http/routes.ts'
import type { Services } from '../../../platform/server/services.ts'
import { isRefusal } from '../../../values/refusal.ts'
import * as api from '../../api/company.ts'
import { changeCompany } from '../commands/company.ts'

/** The company itself. */
export function companyRoutes(services: Services): Routes {
  return newRoutes().openapi(api.changeCompany, async (c) => {
    const changed = await changeCompany(services, c.get('actor'), c.req.valid('json'))
    return isRefusal(changed) ? (refused(c, changed) as never) : c.json(changed, 200)
  }) as unknown as Routes
}

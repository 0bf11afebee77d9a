import { type Routes, newRoutes } from '../../../platform/server/http/routes.ts'
import type { Services } from '../../../platform/server/services.ts'
import { accessRoutes } from './access.ts'
import { companyRoutes } from './company.ts'
import { personRoutes } from './people.ts'
import { postRoutes } from './posts.ts'

/** Everything about people that is asked behind the sign-in. */
export function peopleRoutes(services: Services): Routes {
  const routes = newRoutes()
  for (const part of [companyRoutes, personRoutes, postRoutes, accessRoutes])
    routes.route('/', part(services))
  return routes
}

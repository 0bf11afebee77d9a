import { signedIn } from '../platform/server/sign-in/gate.ts'
import { createHttp } from '../platform/server/http/app.ts'
import type { Routes } from '../platform/server/http/routes.ts'
import type { Services } from '../platform/server/services.ts'
import { findActor } from '../people/server/queries/actor.ts'
import { signInRoutes } from '../account/server/routes/sign-in.ts'
import { openRoutes } from '../people/server/routes/open.ts'
import { peopleRoutes } from '../people/server/routes/routes.ts'
import { contractOf } from './contract.ts'
import { mountFeatures } from './features.ts'

export type HttpOptions = { setupCode: string; requestsPerMinute: number }

/** The whole web server as a function of its services: what `serve` listens with and what tests call directly. */
export function createApp(services: Services, options: HttpOptions): Routes {
  const app = createHttp({
    log: services.log,
    requestsPerMinute: options.requestsPerMinute,
    bodyBytes: 2 * 1024 * 1024,
    uploads: /^\/api\/(?:(?:uploads|documents|auth)(?:\/|$)|imports$)/,
  })
  app.route('/', openRoutes(services, options.setupCode))
  app.route('/', signInRoutes(services))
  const gate = signedIn(services.signIn, (account, organization, requestId) =>
    findActor(services.db, account, organization, requestId, services.now()),
  )
  app.get('/api/openapi.json', (c) => c.json(contractOf(app)))
  app.use('/api/*', gate)
  app.route('/', peopleRoutes(services))
  mountFeatures(app, services)
  return app
}

import { signedIn } from '../platform/server/sign-in/gate.ts'
import type { ApiDocument } from '../platform/server/http/docs/document.ts'
import { docsPage } from '../platform/server/http/docs/page.ts'
import { type HttpSettings, createHttp } from '../platform/server/http/app.ts'
import type { Routes } from '../platform/server/http/routes.ts'
import type { Services } from '../platform/server/services.ts'
import { findActor } from '../people/server/queries/actor.ts'
import { signInRoutes } from '../account/server/routes/sign-in.ts'
import { openRoutes } from '../people/server/routes/open.ts'
import { peopleRoutes } from '../people/server/routes/routes.ts'
import { feedRoute } from '../calendar/server/routes.ts'
import { calendarSources } from './calendar.ts'
import { contractOf } from './contract.ts'
import { mountFeatures } from './features.ts'

export type HttpOptions = {
  setupCode: string
  requestsPerMinute: number
  proxies?: number
  observe?: HttpSettings['observe']
}

/** The whole web server as a function of its services: what `serve` listens with and what tests call directly. */
export function createApp(services: Services, options: HttpOptions): Routes {
  const app = createHttp({
    log: services.log,
    requestsPerMinute: options.requestsPerMinute,
    bodyBytes: 2 * 1024 * 1024,
    proxies: options.proxies ?? 0,
    ...(options.observe === undefined ? {} : { observe: options.observe }),
    uploads:
      /^\/api\/(?:(?:uploads|documents|auth)(?:\/|$)|imports$|orders\/batches$|collisions\/[^/]+\/files$)/,
  })
  app.route('/', openRoutes(services, options.setupCode))
  app.route('/', signInRoutes(services))
  app.route('/', feedRoute(services, calendarSources))
  const gate = signedIn(services.signIn, (account, organization, requestId) =>
    findActor(services.db, account, organization, requestId, services.now()),
  )
  documentApi(app)
  app.use('/api/*', gate)
  app.route('/', peopleRoutes(services))
  mountFeatures(app, services)
  return app
}

/** The contract as a document and as a page; written when first asked for, because the routes below come later. */
function documentApi(app: Routes): void {
  let written: ReturnType<typeof contractOf> | null = null
  const document = () => (written ??= contractOf(app))
  app.get('/api/openapi.json', (c) => c.json(document()))
  app.get('/api/docs', (c) => c.html(docsPage(document() as unknown as ApiDocument)))
}

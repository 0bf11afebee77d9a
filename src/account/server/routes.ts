import { type Routes, newRoutes } from '../../platform/server/http/routes.ts'
import type { Services } from '../../platform/server/services.ts'
import { sessionOnly } from '../../platform/server/sign-in/gate.ts'
import { keyRoutes } from './routes/keys.ts'
import { passkeyRoutes } from './routes/passkeys.ts'
import { secondFactorRoutes } from './routes/second-factor.ts'
import { securityRoutes } from './routes/security.ts'

/** What guards the account of the person who asks: behind the sign-in gate, and for sessions only. */
export function accountRoutes(services: Services): Routes {
  const app = newRoutes()
  app.use('/api/me/security', sessionOnly)
  app.use('/api/me/security/*', sessionOnly)
  app.use('/api/keys', sessionOnly)
  app.use('/api/keys/*', sessionOnly)
  app.route('/', securityRoutes(services))
  app.route('/', secondFactorRoutes(services))
  app.route('/', passkeyRoutes(services))
  app.route('/', keyRoutes(services))
  return app
}

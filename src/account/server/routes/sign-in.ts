import { z } from '@hono/zod-openapi'
import { problem } from '../../../platform/server/http/problem.ts'
import { type Routes, newRoutes } from '../../../platform/server/http/routes.ts'
import type { Services } from '../../../platform/server/services.ts'
import { ask } from '../../../platform/server/sign-in/ask.ts'
import { countAttempt, forgetAttempts } from '../../../platform/server/sign-in/attempts.ts'
import * as api from '../../api/sign-in.ts'
import { Credential } from '../../schema/sign-in.ts'

const SignedInData = z.object({ twoFactorRedirect: z.boolean().optional() })
const Redirect = z.object({ url: z.string() })
const done = { done: true } as const

/** Signing in and out: before the gate. */
export function signInRoutes(services: Services): Routes {
  const { signIn, db } = services
  const app = newRoutes()
  // Where the provider sends the browser back to; everything else of the sign-in part is reached by routes of ours alone.
  app.get('/api/auth/callback/:provider', async (c) => await signIn.handler(c.req.raw))
  return app
    .openapi(api.readSignInMethods, (c) =>
      c.json({ provider: services.provider, mail: services.mail !== null }, 200),
    )
    .openapi(api.signIn, async (c) => {
      const { email, password, remember } = c.req.valid('json')
      const wait = await countAttempt(db, email, services.now().getTime())
      if (wait > 0) {
        c.header('retry-after', String(wait))
        return problem(c, 429, 'too-many-attempts', { facts: { retryAfterSeconds: wait } }) as never
      }
      const { data, no } = await ask(signIn, c, '/sign-in/email', { email, password, rememberMe: remember })
      if (no !== null) return no as never
      await forgetAttempts(db, email)
      const { twoFactorRedirect } = SignedInData.parse(data)
      return c.json(
        { next: twoFactorRedirect === true ? ('second-factor' as const) : ('done' as const) },
        200,
      )
    })
    .openapi(api.giveSecondFactor, async (c) => {
      const { kind, code, trustDevice } = c.req.valid('json')
      const path = kind === 'app' ? '/two-factor/verify-totp' : '/two-factor/verify-backup-code'
      const { no } = await ask(signIn, c, path, { code, trustDevice })
      return no === null ? c.json(done, 200) : (no as never)
    })
    .openapi(api.beginPasskey, async (c) => {
      const { data, no } = await ask(signIn, c, '/passkey/generate-authenticate-options')
      return no === null ? c.json(Credential.parse(data), 200) : (no as never)
    })
    .openapi(api.signInWithPasskey, async (c) => {
      const { no } = await ask(signIn, c, '/passkey/verify-authentication', c.req.valid('json'))
      return no === null ? c.json(done, 200) : (no as never)
    })
    .openapi(api.beginProvider, async (c) => {
      if (services.provider === null) return problem(c, 409, 'no-provider') as never
      const { data, no } = await ask(signIn, c, '/sign-in/social', {
        provider: 'oidc',
        disableRedirect: true,
        callbackURL: `${services.url}/`,
        errorCallbackURL: `${services.url}/sign-in?refused=provider`,
      })
      return no === null ? c.json({ url: Redirect.parse(data).url }, 200) : (no as never)
    })
    .openapi(api.forgetPassword, async (c) => {
      if (services.mail === null) return problem(c, 409, 'no-mail') as never
      const { no } = await ask(signIn, c, '/request-password-reset', c.req.valid('json'))
      return no === null ? c.json(done, 200) : (no as never)
    })
    .openapi(api.chooseNewPassword, async (c) => {
      const { token, password } = c.req.valid('json')
      const { no } = await ask(signIn, c, '/reset-password', { token, newPassword: password })
      return no === null ? c.json(done, 200) : (no as never)
    })
    .openapi(api.signOut, async (c) => {
      const { no } = await ask(signIn, c, '/sign-out', {})
      return no === null ? c.json(done, 200) : (no as never)
    }) as unknown as Routes
}

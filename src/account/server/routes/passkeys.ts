import { type Routes, newRoutes } from '../../../platform/server/http/routes.ts'
import type { Services } from '../../../platform/server/services.ts'
import { ask } from '../../../platform/server/sign-in/ask.ts'
import * as api from '../../api/security.ts'
import { Credential } from '../../schema/sign-in.ts'

const done = { done: true } as const

/** Passkeys: made and removed by a session that is less than a day old. */
export function passkeyRoutes({ signIn }: Services): Routes {
  return newRoutes()
    .openapi(api.beginNewPasskey, async (c) => {
      const { data, no } = await ask(signIn, c, '/passkey/generate-register-options')
      return no === null ? c.json(Credential.parse(data), 200) : (no as never)
    })
    .openapi(api.addPasskey, async (c) => {
      const { no } = await ask(signIn, c, '/passkey/verify-registration', c.req.valid('json'))
      return no === null ? c.json(done, 200) : (no as never)
    })
    .openapi(api.removePasskey, async (c) => {
      const { no } = await ask(signIn, c, '/passkey/delete-passkey', c.req.valid('param'))
      return no === null ? c.json(done, 200) : (no as never)
    }) as unknown as Routes
}

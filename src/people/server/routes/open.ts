import type { Context } from 'hono'
import { refused } from '../../../platform/server/http/problem.ts'
import { type HttpEnv, type Routes, newRoutes } from '../../../platform/server/http/routes.ts'
import type { Services } from '../../../platform/server/services.ts'
import { anyAccount } from '../../../platform/server/sign-in/accounts.ts'
import { isRefusal } from '../../../values/refusal.ts'
import { acceptInvitation as acceptContract, seeInvitation as seeContract } from '../../api/access.ts'
import { readAbout } from '../../api/about.ts'
import * as api from '../../api/company.ts'
import { acceptInvitation, seeInvitation } from '../commands/accept-invitation.ts'
import { setUp } from '../commands/set-up.ts'

/** What may be asked before anybody is signed in. */
export function openRoutes(services: Services, setupCode: string): Routes {
  return newRoutes()
    .openapi(api.readSetUpState, async (c) => c.json({ open: !(await anyAccount(services.signIn)) }, 200))
    .openapi(readAbout, (c) => c.json(services.about, 200))
    .openapi(api.setUp, async (c) => {
      const input = c.req.valid('json')
      const made = await setUp(services, setupCode, input)
      if (isRefusal(made)) return refused(c, made) as never
      await signInHere(services, c, input.person)
      return c.json(made, 200)
    })
    .openapi(seeContract, async (c) => {
      const seen = await seeInvitation(services, c.req.valid('json').token)
      if (isRefusal(seen)) return refused(c, seen) as never
      const session = await services.signIn.api.getSession({ headers: c.req.raw.headers })
      return c.json({ ...seen, signedInAs: session?.user.email ?? null }, 200)
    })
    .openapi(acceptContract, async (c) => {
      const input = c.req.valid('json')
      const session = await services.signIn.api.getSession({ headers: c.req.raw.headers })
      const joined = await acceptInvitation(services, input, session?.user.id ?? null)
      if (isRefusal(joined)) return refused(c, joined) as never
      const { email, ...made } = joined
      const { password } = input
      if (password !== undefined) await signInHere(services, c, { email, password })
      return c.json(made, 200)
    }) as unknown as Routes
}

async function signInHere(
  services: Services,
  c: Context<HttpEnv>,
  { email, password }: { email: string; password: string },
): Promise<void> {
  const signedIn = await services.signIn.api.signInEmail({ body: { email, password }, asResponse: true })
  for (const cookie of signedIn.headers.getSetCookie()) c.header('set-cookie', cookie, { append: true })
}

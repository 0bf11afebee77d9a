import { refused } from '../../../platform/server/http/problem.ts'
import { type Routes, newRoutes } from '../../../platform/server/http/routes.ts'
import type { Services } from '../../../platform/server/services.ts'
import { ask } from '../../../platform/server/sign-in/ask.ts'
import { weakness } from '../../../platform/server/sign-in/password.ts'
import { refuse } from '../../../values/refusal.ts'
import * as api from '../../api/security.ts'

const done = { done: true } as const

/** How I sign in, where I am signed in, and my password. */
export function securityRoutes({ signIn }: Services): Routes {
  return newRoutes()
    .openapi(api.readSecurity, async (c) => {
      const { headers } = c.req.raw
      const [session, sessions, accounts, passkeys] = await Promise.all([
        signIn.api.getSession({ headers }),
        signIn.api.listSessions({ headers }),
        signIn.api.listUserAccounts({ headers }),
        signIn.api.listPasskeys({ headers }),
      ])
      if (session === null) throw new Error('the session ended within its request')
      return c.json(
        {
          email: session.user.email,
          hasPassword: accounts.some((account) => account.providerId === 'credential'),
          secondFactor: session.user.twoFactorEnabled === true,
          sessions: sessions
            .toSorted((a, b) => b.updatedAt.getTime() - a.updatedAt.getTime())
            .map((one) => ({
              id: one.id,
              current: one.id === c.get('sessionId'),
              userAgent: one.userAgent ?? null,
              address: one.ipAddress ?? null,
              since: one.createdAt.toISOString(),
              lastSeen: one.updatedAt.toISOString(),
              until: one.expiresAt.toISOString(),
            })),
          passkeys: passkeys.map((one) => ({
            id: one.id,
            name: one.name ?? '',
            addedAt: one.createdAt?.toISOString() ?? null,
            synced: one.backedUp,
          })),
        },
        200,
      )
    })
    .openapi(api.endSession, async (c) => {
      const mine = await signIn.api.listSessions({ headers: c.req.raw.headers })
      const found = mine.find((session) => session.id === c.req.valid('param').id)
      if (found === undefined) return refused(c, refuse('not-found')) as never
      const { no } = await ask(signIn, c, '/revoke-session', { token: found.token })
      return no === null ? c.json(done, 200) : (no as never)
    })
    .openapi(api.endOtherSessions, async (c) => {
      const { no } = await ask(signIn, c, '/revoke-other-sessions', {})
      return no === null ? c.json(done, 200) : (no as never)
    })
    .openapi(api.changePassword, async (c) => {
      const { current, password } = c.req.valid('json')
      const session = await signIn.api.getSession({ headers: c.req.raw.headers })
      const weak = weakness(password, [session?.user.name ?? '', session?.user.email ?? ''])
      if (weak !== null) return refused(c, refuse(`invalid-password-${weak}`)) as never
      const { no } = await ask(signIn, c, '/change-password', {
        currentPassword: current,
        newPassword: password,
        revokeOtherSessions: true,
      })
      return no === null ? c.json(done, 200) : (no as never)
    }) as unknown as Routes
}

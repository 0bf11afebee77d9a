import type { Context, MiddlewareHandler } from 'hono'
import type { Actor } from '../database/actor.ts'
import { problem } from '../http/problem.ts'
import type { HttpEnv } from '../http/routes.ts'
import type { SignIn } from './auth.ts'

/** Who an account is in a company: the company asked for, or the account's only or first one. */
export type FindActor = (
  account: string,
  organization: string | null,
  requestId: string,
) => Promise<Actor | null>

type Account = {
  id: string
  sessionId: string | null
  scopes: readonly string[] | null
  organization: string | null
}

/** Lets only signed-in people of a company through, and hands on who they are. */
export function signedIn(signIn: SignIn, findActor: FindActor): MiddlewareHandler<HttpEnv> {
  return async (c, next) => {
    const account = await accountOf(signIn, c)
    if (account === null) return problem(c, 401, 'not-signed-in')
    const wanted = account.organization ?? c.req.header('relevo-company') ?? null
    const actor = await findActor(account.id, wanted, c.get('requestId'))
    if (actor === null)
      return problem(c, 403, 'not-a-member', { detail: 'This account belongs to nobody in this company.' })
    const { scopes } = account
    c.set(
      'actor',
      scopes === null ? actor : { ...actor, may: actor.may.filter((name) => scopes.includes(name)) },
    )
    c.set('accountId', account.id)
    c.set('sessionId', account.sessionId)
    return await next()
  }
}

/** Keys don't reach what guards the account itself: a key that leaks can't make others, or lock its person out. */
export const sessionOnly: MiddlewareHandler<HttpEnv> = async (c, next) => {
  if (c.get('sessionId') === null) return problem(c, 403, 'session-needed')
  return await next()
}

async function accountOf(signIn: SignIn, c: Context<HttpEnv>): Promise<Account | null> {
  const bearer = /^Bearer (rlv_\S+)$/.exec(c.req.header('authorization') ?? '')?.[1]
  if (bearer !== undefined) return await accountOfKey(signIn, bearer)
  const session = await signIn.api.getSession({ headers: c.req.raw.headers })
  if (session === null) return null
  return { id: session.user.id, sessionId: session.session.id, scopes: null, organization: null }
}

/** A key acts for one person in one company and never beyond the scopes it was made with. */
async function accountOfKey(signIn: SignIn, key: string): Promise<Account | null> {
  const { valid, key: found } = await signIn.api.verifyApiKey({ body: { key } })
  if (!valid || found === null) return null
  const organization: unknown = found.metadata?.['organizationId']
  return {
    id: found.referenceId,
    sessionId: null,
    scopes: found.permissions?.['relevo'] ?? [],
    organization: typeof organization === 'string' ? organization : null,
  }
}

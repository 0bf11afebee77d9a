import type { Context } from 'hono'
import { problem } from '../http/problem.ts'
import type { HttpEnv } from '../http/routes.ts'
import { type SignIn, addressHeader } from './auth.ts'
import { refusalOf } from './refusals.ts'

/** What the sign-in part answered: its data, or the problem to answer with. */
export type Answer = { data: unknown; no: null } | { data: null; no: Response }

/**
 * Asks the sign-in part for something, as the person of this request, through its own door, so that its limits and checks
 * hold. Its cookies go into our answer.
 */
export async function ask(
  signIn: SignIn,
  c: Context<HttpEnv>,
  path: string,
  body?: Readonly<Record<string, unknown>>,
): Promise<Answer> {
  const response = await signIn.handler(requestOf(signIn, c, path, body))
  for (const cookie of response.headers.getSetCookie()) c.header('set-cookie', cookie, { append: true })
  const data: unknown = await response.json().catch(() => null)
  if (response.ok) return { data, no: null }
  if (response.status === 429) {
    const seconds = Number(response.headers.get('x-retry-after') ?? 60)
    c.header('retry-after', String(seconds))
    return { data: null, no: problem(c, 429, 'too-many-attempts', { facts: { retryAfterSeconds: seconds } }) }
  }
  const { status, code } = refusalOf(response.status, data)
  return { data: null, no: problem(c, status, code) }
}

function requestOf(
  signIn: SignIn,
  c: Context<HttpEnv>,
  path: string,
  body: Readonly<Record<string, unknown>> | undefined,
): Request {
  const base = new URL(signIn.options.baseURL)
  const headers = new Headers({ origin: base.origin, [addressHeader]: c.get('address') })
  for (const name of ['cookie', 'user-agent', 'accept-language']) {
    const value = c.req.header(name)
    if (value !== undefined) headers.set(name, value)
  }
  if (body === undefined) return new Request(new URL(`/api/auth${path}`, base), { headers })
  headers.set('content-type', 'application/json')
  return new Request(new URL(`/api/auth${path}`, base), {
    method: 'POST',
    headers,
    body: JSON.stringify(body),
  })
}

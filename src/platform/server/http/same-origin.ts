import type { MiddlewareHandler } from 'hono'
import { problem } from './problem.ts'
import type { HttpEnv } from './routes.ts'

const safe = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * Cross-site request forgery: a request that changes something and rides on a cookie must come from our own pages.
 * Browsers say so themselves (Sec-Fetch-Site, else Origin); a request with a key instead of a cookie can't be forged.
 */
export const sameOrigin: MiddlewareHandler<HttpEnv> = async (c, next) => {
  if (
    !safe.has(c.req.method) &&
    c.req.header('cookie') !== undefined &&
    c.req.header('authorization') === undefined
  ) {
    const site = c.req.header('sec-fetch-site')
    const origin = c.req.header('origin')
    const ours =
      site !== undefined
        ? site === 'same-origin' || site === 'none'
        : origin === undefined || sameHost(origin, c.req.header('host'))
    if (!ours) return problem(c, 403, 'cross-site', { detail: 'This request came from another site.' })
  }
  return await next()
}

function sameHost(origin: string, host: string | undefined): boolean {
  return URL.canParse(origin) && new URL(origin).host === host
}

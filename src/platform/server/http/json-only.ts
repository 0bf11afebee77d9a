import type { MiddlewareHandler } from 'hono'
import { problem } from './problem.ts'
import type { HttpEnv } from './routes.ts'

const reads = new Set(['GET', 'HEAD', 'OPTIONS'])

/** Bodies are JSON. Anything else would pass the contract unread, so it is refused before it. */
export const jsonOnly: MiddlewareHandler<HttpEnv> = async (c, next) => {
  const type = c.req.header('content-type')
  if (!reads.has(c.req.method) && type !== undefined && !/^application\/json(;|$)/i.test(type.trim())) {
    return problem(c, 415, 'not-json', { detail: 'The body must be application/json.' })
  }
  return await next()
}

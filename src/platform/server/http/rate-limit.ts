import type { Context, MiddlewareHandler } from 'hono'
import { problem } from './problem.ts'
import type { HttpEnv } from './routes.ts'

type Bucket = { tokens: number; at: number }

/**
 * A token bucket per session or key, else per address: `perMinute` requests, bursts up to the same number. Held in the
 * memory of one node: it protects this node; sign-in attempts are counted in the database.
 */
export function rateLimit(perMinute: number): MiddlewareHandler<HttpEnv> {
  const buckets = new Map<string, Bucket>()
  return async (c, next) => {
    if (perMinute > 0) {
      const wait = take(buckets, whoAsks(c), perMinute, performance.now() / 60_000)
      if (wait > 0) {
        c.header('retry-after', String(Math.ceil(wait)))
        return problem(c, 429, 'too-many-requests', {
          facts: { perMinute, retryAfterSeconds: Math.ceil(wait) },
        })
      }
    }
    return await next()
  }
}

/** Takes one token; answers how many seconds to wait, 0 if it was there. `now` in minutes. */
export function take(buckets: Map<string, Bucket>, key: string, perMinute: number, now: number): number {
  if (buckets.size > 50_000) buckets.clear()
  const bucket = buckets.get(key) ?? { tokens: perMinute, at: now }
  const tokens = Math.min(perMinute, bucket.tokens + (now - bucket.at) * perMinute)
  buckets.set(key, { tokens: tokens >= 1 ? tokens - 1 : tokens, at: now })
  return tokens >= 1 ? 0 : ((1 - tokens) / perMinute) * 60
}

function whoAsks(c: Context<HttpEnv>): string {
  const credential =
    c.req.header('authorization') ?? /relevo\.session_token=([^;.]+)/.exec(c.req.header('cookie') ?? '')?.[1]
  return credential ?? c.get('address')
}

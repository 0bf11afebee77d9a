import { OpenAPIHono } from '@hono/zod-openapi'
import type { Context } from 'hono'
import type { Actor } from '../database/actor.ts'
import { type FieldError, problem } from './problem.ts'

/** What every request carries. `actor` is there behind the sign-in gate only; `sessionId` is null where a key asks. */
export type HttpEnv = {
  Variables: {
    requestId: string
    /** The address that asks. */
    address: string
    actor: Actor
    accountId: string | null
    sessionId: string | null
  }
}
export type Routes = OpenAPIHono<HttpEnv>

/** An empty set of routes whose validation failures are problem details naming field, value and rule. */
export function newRoutes(): Routes {
  return new OpenAPIHono<HttpEnv>({
    defaultHook: async (result, c) => {
      if (result.success) return undefined
      return invalid(c, result.target, result.error.issues, await given(c, result.target))
    },
  })
}

type Issue = {
  path: PropertyKey[]
  message: string
  code?: string | undefined
  origin?: unknown
  maximum?: unknown
  minimum?: unknown
  params?: Record<string, unknown> | undefined
}

/** What a screen says of it: a text that is missing or too long, or a rule that names itself in `params.why`. */
function whyOf({ code, origin, maximum, minimum, params }: Issue): { why?: string; limit?: number } {
  if (code === 'too_big' && origin === 'string') return { why: 'too-long', limit: Number(maximum) }
  if (code === 'too_small' && origin === 'string' && minimum === 1) return { why: 'empty' }
  return typeof params?.['why'] === 'string' ? { why: params['why'] } : {}
}

function invalid(c: Context, target: string, issues: readonly Issue[], data: unknown) {
  const errors: FieldError[] = issues.slice(0, 50).map((issue) => {
    const field = issue.path.map(String).join('.')
    const value = valueAt(data, issue.path)
    return {
      field: field === '' ? target : field,
      ...(value === undefined ? {} : { value }),
      rule: issue.message,
      ...whyOf(issue),
    }
  })
  return problem(c, target === 'json' || target === 'form' ? 422 : 400, 'invalid-input', {
    detail: errors
      .map((error) => `${error.field}: ${error.rule}`)
      .join('; ')
      .slice(0, 1000),
    errors,
  })
}

/** What was sent: the parsed body or query, to show the offending value. */
async function given(c: Context, target: string): Promise<unknown> {
  if (target === 'json') return await c.req.json().catch(() => undefined)
  return target === 'query' ? c.req.query() : target === 'param' ? c.req.param() : undefined
}

function valueAt(data: unknown, path: readonly PropertyKey[]): string | undefined {
  let at: unknown = data
  for (const key of path) {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, key)) return undefined
    at = Reflect.get(at, key)
  }
  if (at === undefined || path.some((key) => /password|secret|token|code/i.test(String(key))))
    return undefined
  const text = typeof at === 'string' ? at : JSON.stringify(at)
  return text === undefined ? undefined : text.slice(0, 120)
}

import type { Context } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { Refusal } from '../../../values/refusal.ts'

/** One thing wrong with the input: where, what was given (shortened), and the rule it breaks (rule 10.5). */
/** `why` is the rule as a code (too-long, not-a-phone), `limit` its figure: screens make the sentence of them. */
export type FieldError = { field: string; value?: string; rule: string; why?: string; limit?: number }

/** RFC 9457 problem details, with our machine-readable `code`. */
export type Problem = {
  type: string
  title: string
  status: number
  code: string
  detail?: string
  rule?: string
  facts?: Record<string, string | number>
  errors?: FieldError[]
  requestId?: string
}

const titles: Record<number, string> = {
  400: 'The request could not be read',
  401: 'Sign in first',
  403: 'You may not do this',
  404: 'Not found',
  409: 'The rules refuse this',
  413: 'Too large',
  415: 'Unsupported kind of content',
  422: 'Some values are not right',
  429: 'Too many requests',
  500: 'Something went wrong on our side',
  503: 'Not available at the moment',
}

/** Answers with problem details. */
export function problem(
  c: Context,
  status: ContentfulStatusCode,
  code: string,
  more: Partial<Omit<Problem, 'status' | 'code'>> = {},
) {
  const requestId = c.get('requestId') as string | undefined
  const body: Problem = {
    type: `urn:relevo:problem:${code}`,
    title: titles[status] ?? 'Problem',
    status,
    code,
    ...more,
    ...(requestId === undefined ? {} : { requestId }),
  }
  return c.body(JSON.stringify(body), status, { 'content-type': 'application/problem+json' })
}

const statuses: Record<string, ContentfulStatusCode> = {
  'not-signed-in': 401,
  'not-allowed': 403,
  'not-found': 404,
  'too-large': 413,
}

/** A refusal of a rule as problem details: 403, 404, 413 for the codes of these meanings, `invalid-…` 422, else 409. */
export function refused(c: Context, refusal: Refusal) {
  const status = statuses[refusal.refused] ?? (refusal.refused.startsWith('invalid-') ? 422 : 409)
  return problem(c, status, refusal.refused, {
    ...(refusal.rule === undefined ? {} : { rule: refusal.rule }),
    ...(refusal.facts === undefined ? {} : { facts: { ...refusal.facts } }),
  })
}

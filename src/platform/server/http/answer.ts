import type { Context, TypedResponse } from 'hono'
import type { JSONParsed } from 'hono/utils/types'
import { type Refusal, isRefusal } from '../../../values/refusal.ts'
import { refused } from './problem.ts'
import type { HttpEnv } from './routes.ts'

/** What a command answered as a response: 200 with the value, or the refusal as problem details. */
export function answer<T>(
  c: Context<HttpEnv>,
  done: T | Refusal,
): Response & TypedResponse<JSONParsed<Exclude<T, Refusal>>, 200, 'json'> {
  return (isRefusal(done) ? refused(c, done) : c.json(done as object, 200)) as never
}

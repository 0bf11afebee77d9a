import type { components } from './contract.gen.d.ts'

/** What the server refused, or `offline` and `unexpected`, which no server says. */
export type Problem = Omit<components['schemas']['Problem'], 'type' | 'title'>

/** Any error of a request as a problem: problem details as they are, a failed connection as `offline`. */
export function problemOf(error: unknown): Problem {
  if (isProblem(error)) return error
  // fetch rejects with a TypeError when nothing answered.
  if (error instanceof TypeError) return { code: 'offline', status: 0 }
  return { code: 'unexpected', status: 500 }
}

function isProblem(error: unknown): error is Problem {
  return typeof error === 'object' && error !== null && 'code' in error && 'status' in error
}

/** A problem that the web app finds itself, thrown as others are. */
export class RequestProblem extends Error {
  override readonly name = 'RequestProblem'
  readonly code: string
  readonly status: number
  constructor(code: string, status: number) {
    super(code)
    this.code = code
    this.status = status
  }
}

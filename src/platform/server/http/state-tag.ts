import { createHash } from 'node:crypto'
import type { Context } from 'hono'

/** A tag of everything that an answer depends on: as long as it stays, so does the answer (RFC 9110, 8.8.3). */
export function tagOf(...parts: readonly unknown[]): string {
  return `"${createHash('sha256').update(JSON.stringify(parts)).digest('base64url').slice(0, 24)}"`
}

/** Whether the asker says that they have the answer with this tag. What is sent compressed has a weak tag, `W/"…"`. */
export function hasAlready(c: Context, tag: string): boolean {
  const known = (c.req.header('if-none-match') ?? '').split(',')
  return known.some((one) => one.trim().replace(/^W\//u, '') === tag)
}

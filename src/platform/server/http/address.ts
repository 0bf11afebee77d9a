import { getConnInfo } from '@hono/node-server/conninfo'
import type { Context } from 'hono'

/**
 * The address that asks. `proxies` is how many servers of ours stand in front: each adds the address it heard from at the
 * end of X-Forwarded-For, so what counts from the end can't be made up by the asker. Without a connection (tests, the
 * program itself) loopback.
 */
export function addressOf(c: Context, proxies: number): string {
  const heard = proxies === 0 ? [] : (c.req.header('x-forwarded-for') ?? '').split(',')
  const told = heard.at(-proxies)?.trim()
  if (told !== undefined && /^[\da-f.:]{2,45}$/i.test(told)) return told
  try {
    return getConnInfo(c).remote.address ?? '127.0.0.1'
  } catch {
    return '127.0.0.1'
  }
}

/** Whether somebody on this machine asks, and not for others. */
export function isLocal(c: Context): boolean {
  if (c.req.header('x-forwarded-for') !== undefined || c.req.header('forwarded') !== undefined) return false
  return /^(127\.|::1$|::ffff:127\.)/.test(addressOf(c, 0))
}

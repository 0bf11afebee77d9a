import { getConnInfo } from '@hono/node-server/conninfo'
import type { Context } from 'hono'

/** The header by which the sign-in part is told the address that asks; ours alone, whatever the asker sent. */
export const addressHeader = 'x-relevo-address'

/** The address that asks; without a connection (tests, the program itself) loopback. */
export function addressOf(c: Context): string {
  try {
    return getConnInfo(c).remote.address ?? '127.0.0.1'
  } catch {
    return '127.0.0.1'
  }
}

import { lookup as resolve } from 'node:dns'
import { request as requestByHttp } from 'node:http'
import { request as requestByHttps } from 'node:https'
import { type LookupFunction, isIP } from 'node:net'
import { isPublicAddress } from './public-address.ts'

/** What came of it: a status, or why there is none. */
export type Posted =
  | { readonly status: number }
  | { readonly error: 'refused-address' | 'timeout' | 'unreachable' | 'not-trusted' | 'stopped' }

export type Outgoing = {
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
  /** Lets it reach this machine and its own network, and without encryption. */
  readonly privateTargets: boolean
  readonly timeoutMs: number
  /** Ends it before its time. */
  readonly signal?: AbortSignal | undefined
}

class RefusedAddress extends Error {}

/** Resolves a name and refuses what isn't public; the connection goes to just the addresses looked at here. */
export const publicOnly: LookupFunction = (host, options, callback) => {
  resolve(host, { ...options, all: true }, (error, addresses) => {
    if (error !== null) return callback(error, [])
    if (!addresses.every(({ address }) => isPublicAddress(address))) return callback(new RefusedAddress(), [])
    return callback(null, addresses)
  })
}

/**
 * Whether an address that somebody typed may be posted to: HTTPS and no login in it; to a private network only where that
 * is allowed, and then also HTTP. A name is looked at again whenever it is resolved.
 */
export function mayPostTo(url: string, privateTargets: boolean): boolean {
  if (!URL.canParse(url)) return false
  const { protocol, hostname, username, password } = new URL(url)
  if (username !== '' || password !== '') return false
  if (privateTargets) return protocol === 'https:' || protocol === 'http:'
  const host = hostname.replace(/^\[|\]$/g, '')
  return protocol === 'https:' && (isIP(host) === 0 || isPublicAddress(host)) && host !== 'localhost'
}

/** Posts to an address that somebody typed. Follows no redirect, reads no answer but its status, and gives up in time. */
export async function post(outgoing: Outgoing): Promise<Posted> {
  const { url, headers, body, privateTargets, timeoutMs, signal } = outgoing
  if (!mayPostTo(url, privateTargets)) return { error: 'refused-address' }
  const begin = new URL(url).protocol === 'https:' ? requestByHttps : requestByHttp
  return await new Promise((done) => {
    const asked = begin(
      url,
      {
        method: 'POST',
        headers: { ...headers, 'content-length': Buffer.byteLength(body) },
        agent: false,
        signal: AbortSignal.any([AbortSignal.timeout(timeoutMs), ...(signal === undefined ? [] : [signal])]),
        ...(privateTargets ? {} : { lookup: publicOnly }),
      },
      (answer) => {
        answer.destroy()
        done({ status: answer.statusCode ?? 0 })
      },
    )
    asked.on('error', (error: NodeJS.ErrnoException) =>
      done({ error: signal?.aborted === true ? 'stopped' : reasonOf(error) }),
    )
    asked.end(body)
  })
}

function reasonOf(
  error: NodeJS.ErrnoException,
): 'refused-address' | 'timeout' | 'unreachable' | 'not-trusted' {
  if (error instanceof RefusedAddress) return 'refused-address'
  if (error.name === 'TimeoutError' || error.name === 'AbortError' || error.code === 'ABORT_ERR')
    return 'timeout'
  return /CERT|SSL|TLS|SELF_SIGNED|UNABLE_TO_VERIFY/.test(error.code ?? '') ? 'not-trusted' : 'unreachable'
}

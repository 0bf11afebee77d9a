import { once } from 'node:events'
import { streamSSE } from 'hono/streaming'
import type { Routes } from '../../../platform/server/http/routes.ts'
import type { Services } from '../../../platform/server/services.ts'
import { openHub } from '../hub.ts'

const breathMs = 20_000
/** Whoever stays longer comes again, and is asked again who they are. */
const longestMs = 10 * 60_000

/**
 * GET /api/live: server-sent events that say only that something of mine changed; the answer is to read it again. Not in
 * the contract, because an endless answer fits no generated client. `event: notices` means the notices.
 */
export function liveRoute(routes: Routes, services: Services): void {
  const hub = openHub(services)
  routes.get('/api/live', (c) => {
    const { organizationId, personId } = c.get('actor')
    // A server in front must not hold the answer back until it ends.
    c.header('x-accel-buffering', 'no')
    return streamSSE(c, async (stream) => {
      const gone = new AbortController()
      stream.onAbort(() => gone.abort())
      const ends = AbortSignal.any([gone.signal, services.live.stopping, AbortSignal.timeout(longestMs)])
      if (ends.aborted) return
      const ended = once(ends, 'abort')
      const leave = hub.join(
        organizationId,
        personId ?? '',
        () => void stream.writeSSE({ event: 'notices', data: '' }),
      )
      const breath = setInterval(() => void stream.writeSSE({ event: 'here', data: '' }), breathMs)
      try {
        await stream.writeSSE({ event: 'here', data: '' })
        await ended
      } finally {
        clearInterval(breath)
        leave()
      }
    })
  })
}

import { Hono } from 'hono'
import type { Answering } from './listen.ts'
import { problem } from './problem.ts'

/**
 * What answers while the program starts: `/livez` ok, everything else 503 and to be asked again in two seconds; from
 * `open` on, what was given to it.
 */
export function door(): { answer: Answering; open: (answering: Answering) => void } {
  let behind: Answering = starting().fetch
  return {
    answer: (request, env) => behind(request, env),
    open: (answering) => {
      behind = answering
    },
  }
}

function starting(): Hono {
  const app = new Hono()
  app.get('/livez', (c) => c.text('ok'))
  app.all('*', (c) => {
    c.header('retry-after', '2')
    const wantsPage = c.req.method === 'GET' && (c.req.header('accept') ?? '').includes('text/html')
    if (!wantsPage) return problem(c, 503, 'starting')
    c.header('refresh', '2')
    return c.text('Relevo is starting …', 503)
  })
  return app
}

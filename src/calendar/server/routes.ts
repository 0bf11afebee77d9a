import { readAs } from '../../platform/server/database/transaction.ts'
import { answer } from '../../platform/server/http/answer.ts'
import { problem } from '../../platform/server/http/problem.ts'
import { type Routes, newRoutes } from '../../platform/server/http/routes.ts'
import type { Services } from '../../platform/server/services.ts'
import { sessionOnly } from '../../platform/server/sign-in/gate.ts'
import * as api from '../api.ts'
import { makeFeed, revokeFeed } from './commands/feed.ts'
import { calendarOf } from './feed.ts'
import { feedMadeAt } from './queries/feeds.ts'
import type { CalendarSource } from './source.ts'

/** My calendar's address. */
export function calendarRoutes(services: Services): Routes {
  const app = newRoutes()
  // A key must not make itself another one.
  app.use('/api/me/calendar', sessionOnly)
  return app
    .openapi(api.readCalendar, async (c) => {
      const actor = c.get('actor')
      const at = await readAs(services.db, actor, (tx) => feedMadeAt(tx, actor.personId ?? ''))
      return c.json({ madeAt: at?.toISOString() ?? null }, 200)
    })
    .openapi(api.makeCalendar, async (c) => answer(c, await makeFeed(services, c.get('actor'))))
    .openapi(api.revokeCalendar, async (c) =>
      answer(c, await revokeFeed(services, c.get('actor'))),
    ) as unknown as Routes
}

/** GET /calendar/{secret}.ics, for calendar programs, which can't sign in: the secret is the key. */
export function feedRoute(services: Services, sources: readonly CalendarSource[]): Routes {
  const routes = newRoutes()
  routes.get('/calendar/:file', async (c) => {
    const token = /^([A-Za-z0-9_-]{43})\.ics$/.exec(c.req.param('file'))?.[1]
    const calendar =
      token === undefined ? null : await calendarOf(services, sources, token, c.get('requestId'))
    if (calendar === null) return problem(c, 404, 'not-found')
    c.header('content-type', 'text/calendar; charset=utf-8')
    c.header('cache-control', 'private, no-store')
    c.header('content-disposition', 'attachment; filename="relevo.ics"')
    c.header('x-robots-tag', 'noindex')
    return c.body(calendar)
  })
  return routes
}

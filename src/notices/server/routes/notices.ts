import { readAs } from '../../../platform/server/database/transaction.ts'
import { answer } from '../../../platform/server/http/answer.ts'
import { type Routes, newRoutes } from '../../../platform/server/http/routes.ts'
import type { Services } from '../../../platform/server/services.ts'
import * as api from '../../api.ts'
import { changeSettings, markNoticesRead } from '../commands/read.ts'
import type { Namers } from '../names.ts'
import { noticePage } from '../notice-page.ts'
import { countUnread } from '../queries/notices.ts'
import { settingsOf } from '../queries/settings.ts'
import { liveRoute } from './live.ts'

/** What I was told, and how I want to be told. */
export function noticeRoutes(services: Services, namers: Namers): Routes {
  const { db, mail } = services
  const routes = newRoutes()
    .openapi(api.countNotices, async (c) => {
      const actor = c.get('actor')
      return c.json({ unread: await readAs(db, actor, (tx) => countUnread(tx, actor.personId ?? '')) }, 200)
    })
    .openapi(api.listNotices, async (c) =>
      c.json(await noticePage(services, namers, c.get('actor'), c.req.valid('query')), 200),
    )
    .openapi(api.readNotices, async (c) =>
      answer(c, await markNoticesRead(services, c.get('actor'), c.req.valid('json'))),
    )
    .openapi(api.noticeSettings, async (c) => {
      const actor = c.get('actor')
      const settings = await readAs(db, actor, (tx) => settingsOf(tx, actor.personId ?? ''))
      return c.json({ ...settings, canMail: mail !== null }, 200)
    })
    .openapi(api.changeNoticeSettings, async (c) =>
      answer(c, await changeSettings(services, c.get('actor'), c.req.valid('json'))),
    ) as unknown as Routes
  liveRoute(routes, services)
  return routes
}

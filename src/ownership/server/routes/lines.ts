import { lacks } from '../../../people/permissions.ts'
import { readAs } from '../../../platform/server/database/transaction.ts'
import { answer } from '../../../platform/server/http/answer.ts'
import { type Routes, newRoutes } from '../../../platform/server/http/routes.ts'
import type { Services } from '../../../platform/server/services.ts'
import { isRefusal } from '../../../values/refusal.ts'
import * as api from '../../api/lines.ts'
import { changeLines } from '../commands/lines.ts'
import { readLines } from '../queries/lines.ts'

/** The company's lines of business. */
export function lineRoutes(services: Services): Routes {
  return newRoutes()
    .openapi(api.readLines, async (c) => {
      const actor = c.get('actor')
      const mayChange = lacks(actor, 'company.settings') === null
      return c.json({ ...(await readAs(services.db, actor, readLines)), mayChange }, 200)
    })
    .openapi(api.changeLines, async (c) => {
      const kept = await changeLines(services, c.get('actor'), c.req.valid('json'))
      return answer(c, isRefusal(kept) ? kept : { ...kept, mayChange: true })
    }) as unknown as Routes
}

import { readAs } from '../../../platform/server/database/transaction.ts'
import { refused } from '../../../platform/server/http/problem.ts'
import { type Routes, newRoutes } from '../../../platform/server/http/routes.ts'
import type { Services } from '../../../platform/server/services.ts'
import { isRefusal } from '../../../values/refusal.ts'
import * as api from '../../api/company.ts'
import { invitationDaysFrom } from '../../invitation.ts'
import { changeCompany, changeInvitationRule } from '../commands/company.ts'
import { companyOf } from '../queries/company.ts'

/** The company itself. */
export function companyRoutes(services: Services): Routes {
  return newRoutes()
    .openapi(api.changeCompany, async (c) => {
      const changed = await changeCompany(services, c.get('actor'), c.req.valid('json'))
      return isRefusal(changed) ? (refused(c, changed) as never) : c.json(changed, 200)
    })
    .openapi(api.readInvitationRule, async (c) => {
      const actor = c.get('actor')
      const { settings, version } = await readAs(services.db, actor, companyOf)
      const mayChange = actor.may.includes('company.settings')
      return c.json({ days: invitationDaysFrom(settings), version, mayChange }, 200)
    })
    .openapi(api.changeInvitationRule, async (c) => {
      const changed = await changeInvitationRule(services, c.get('actor'), c.req.valid('json'))
      return isRefusal(changed) ? (refused(c, changed) as never) : c.json(changed, 200)
    }) as unknown as Routes
}

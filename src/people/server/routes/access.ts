import { readAs } from '../../../platform/server/database/transaction.ts'
import { refused } from '../../../platform/server/http/problem.ts'
import { type Routes, newRoutes } from '../../../platform/server/http/routes.ts'
import type { Services } from '../../../platform/server/services.ts'
import { isRefusal } from '../../../values/refusal.ts'
import * as api from '../../api/access.ts'
import { allPermissions, lacks, permissions, roles } from '../../permissions.ts'
import { givers } from '../../roles.ts'
import { endAccess, restoreAccess } from '../commands/access.ts'
import { invite, withdrawInvitation } from '../commands/invite.ts'
import { giveRole, takeRole } from '../commands/roles.ts'
import { accessEntries } from '../queries/access-log.ts'

const pageSize = 100

/** Who gets in, who may do what, and the record of it. */
export function accessRoutes(services: Services): Routes {
  return newRoutes()
    .openapi(api.giveRole, async (c) => {
      const { id, role } = c.req.valid('param')
      const answer = await giveRole(services, c.get('actor'), id, role)
      return isRefusal(answer) ? (refused(c, answer) as never) : c.json(answer, 200)
    })
    .openapi(api.takeRole, async (c) => {
      const { id, role } = c.req.valid('param')
      const answer = await takeRole(services, c.get('actor'), id, role)
      return isRefusal(answer) ? (refused(c, answer) as never) : c.json(answer, 200)
    })
    .openapi(api.invite, async (c) => {
      const answer = await invite(services, c.get('actor'), c.req.valid('param').id)
      return isRefusal(answer) ? (refused(c, answer) as never) : c.json(answer, 200)
    })
    .openapi(api.withdrawInvitation, async (c) => {
      const answer = await withdrawInvitation(services, c.get('actor'), c.req.valid('param').id)
      return isRefusal(answer) ? (refused(c, answer) as never) : c.json(answer, 200)
    })
    .openapi(api.endAccess, async (c) => {
      const answer = await endAccess(services, c.get('actor'), c.req.valid('param').id)
      return isRefusal(answer) ? (refused(c, answer) as never) : c.json(answer, 200)
    })
    .openapi(api.restoreAccess, async (c) => {
      const answer = await restoreAccess(services, c.get('actor'), c.req.valid('param').id)
      return isRefusal(answer) ? (refused(c, answer) as never) : c.json(answer, 200)
    })
    .openapi(api.listAccess, async (c) => {
      const actor = c.get('actor')
      const no = lacks(actor, 'access-log.read')
      if (no !== null) return refused(c, no) as never
      const rows = await readAs(services.db, actor, (tx) =>
        accessEntries(tx, c.req.valid('query'), pageSize + 1),
      )
      const entries = rows.slice(0, pageSize).map((row) => ({ ...row, at: row.at.toISOString() }))
      return c.json({ entries, next: rows.length > pageSize ? (entries.at(-1)?.id ?? null) : null }, 200)
    })
    .openapi(api.readPermissions, async (c) => {
      const no = lacks(c.get('actor'), 'people.read')
      if (no !== null) return refused(c, no) as never
      return c.json(
        {
          roles: roles.map((role) => ({ role, givenBy: [...givers[role]] })),
          permissions: allPermissions.map((name) => ({ name, roles: [...permissions[name]] })),
        },
        200,
      )
    }) as unknown as Routes
}

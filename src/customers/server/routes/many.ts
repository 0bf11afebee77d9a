import { readAs } from '../../../platform/server/database/transaction.ts'
import { answer } from '../../../platform/server/http/answer.ts'
import { refused } from '../../../platform/server/http/problem.ts'
import { type Routes, newRoutes } from '../../../platform/server/http/routes.ts'
import type { Services } from '../../../platform/server/services.ts'
import { refuse } from '../../../values/refusal.ts'
import * as api from '../../api/many.ts'
import { editMany, undoEdit } from '../commands/many.ts'
import { changeView, removeView, saveView } from '../commands/views.ts'
import { viewsFor } from '../queries/views.ts'

/** Many customers at once, and the views in which people look at them. */
export function manyRoutes(services: Services): Routes {
  return newRoutes()
    .openapi(api.editMany, async (c) =>
      answer(c, await editMany(services, c.get('actor'), c.req.valid('json'))),
    )
    .openapi(api.undoEdit, async (c) =>
      answer(c, await undoEdit(services, c.get('actor'), c.req.valid('param').id)),
    )
    .openapi(api.listViews, async (c) => {
      const actor = c.get('actor')
      if (!actor.may.includes('customers.read')) return refused(c, refuse('not-allowed')) as never
      return c.json({ views: await readAs(services.db, actor, (tx) => viewsFor(tx)) }, 200)
    })
    .openapi(api.saveView, async (c) =>
      answer(c, await saveView(services, c.get('actor'), c.req.valid('json'))),
    )
    .openapi(api.changeView, async (c) =>
      answer(c, await changeView(services, c.get('actor'), c.req.valid('param').id, c.req.valid('json'))),
    )
    .openapi(api.removeView, async (c) =>
      answer(c, await removeView(services, c.get('actor'), c.req.valid('param').id)),
    ) as unknown as Routes
}

import { profileOf } from '../../../customers/server/queries/profile.ts'
import { readAs } from '../../../platform/server/database/transaction.ts'
import { refused } from '../../../platform/server/http/problem.ts'
import { type Routes, newRoutes } from '../../../platform/server/http/routes.ts'
import type { Services } from '../../../platform/server/services.ts'
import { isRefusal, refuse } from '../../../values/refusal.ts'
import * as api from '../../api/duplicates.ts'
import { mergeCustomers } from '../commands/merge.ts'
import { undoMerge } from '../commands/undo-merge.ts'
import { mergesOf } from '../queries/merges.ts'
import { mergePreview } from '../queries/preview.ts'

/** Looking at customers side by side, merging them, and taking that back. */
export function mergeRoutes(services: Services): Routes {
  const { db } = services
  return newRoutes()
    .openapi(api.previewMerge, async (c) => {
      const actor = c.get('actor')
      if (!actor.may.includes('customers.merge')) return refused(c, refuse('not-allowed')) as never
      const { ids, keptId } = c.req.valid('json')
      const preview = await readAs(db, actor, (tx) => mergePreview(tx, [...new Set(ids)], keptId))
      return preview === null ? (refused(c, refuse('not-found')) as never) : c.json(preview, 200)
    })
    .openapi(api.mergeCustomers, async (c) => {
      const done = await mergeCustomers(services, c.get('actor'), c.req.valid('json'))
      return isRefusal(done) ? (refused(c, done) as never) : c.json(done, 200)
    })
    .openapi(api.undoMerge, async (c) => {
      const done = await undoMerge(services, c.get('actor'), c.req.valid('param').id)
      return isRefusal(done) ? (refused(c, done) as never) : c.json(done, 200)
    })
    .openapi(api.listMerges, async (c) => {
      const actor = c.get('actor')
      if (!actor.may.includes('customers.read')) return refused(c, refuse('not-allowed')) as never
      const { id } = c.req.valid('param')
      const merges = await readAs(db, actor, async (tx) =>
        (await profileOf(tx, id)) === null ? null : mergesOf(tx, id, actor.may.includes('customers.merge')),
      )
      return merges === null ? (refused(c, refuse('not-found')) as never) : c.json({ merges }, 200)
    }) as unknown as Routes
}

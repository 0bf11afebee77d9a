import { companyOf } from '../../../people/server/queries/company.ts'
import { readAs } from '../../../platform/server/database/transaction.ts'
import { refused } from '../../../platform/server/http/problem.ts'
import { type Routes, newRoutes } from '../../../platform/server/http/routes.ts'
import type { Services } from '../../../platform/server/services.ts'
import { dialled } from '../../../customers/server/queries/phones.ts'
import { isRefusal, refuse } from '../../../values/refusal.ts'
import * as api from '../../api/duplicates.ts'
import type { Outlet } from '../../outlet.ts'
import type { Draft } from '../../schema/duplicates.ts'
import { dismissDuplicate, reopenDuplicate } from '../commands/dismiss.ts'
import { countPairs, listPairs } from '../queries/duplicates.ts'
import { similarFor } from '../queries/look-alikes.ts'
import { isBehind, scanState } from '../queries/scan.ts'
import { lookForDuplicates } from './look-for-duplicates.ts'

const size = 50

/** Probable duplicates: while typing, as a list, and what people said of them. */
export function duplicateRoutes(services: Services): Routes {
  const { db } = services
  return newRoutes()
    .openapi(api.findSimilar, async (c) => {
      const actor = c.get('actor')
      if (!actor.may.includes('customers.register')) return refused(c, refuse('not-allowed')) as never
      const draft = c.req.valid('json')
      const country = draft.country ?? (await readAs(db, actor, companyOf)).country
      const { found, behind } = await similarFor(
        db,
        actor,
        outletOf(draft, country),
        draft.customerId ?? null,
      )
      if (behind) await lookForDuplicates(services, actor)
      return c.json({ found }, 200)
    })
    .openapi(api.listDuplicates, async (c) => {
      const actor = c.get('actor')
      if (!actor.may.includes('customers.steward')) return refused(c, refuse('not-allowed')) as never
      const { state = 'open', page = 1, ...more } = c.req.valid('query')
      const listed = await readAs(db, actor, async (tx) => {
        const scan = await scanState(tx)
        const wanted = { state, ...more }
        const rows = await listPairs(tx, wanted, size, (page - 1) * size)
        const scanning = isBehind(scan)
        return { rows, total: await countPairs(tx, wanted), page, size, scanning }
      })
      if (listed.scanning) await lookForDuplicates(services, actor)
      return c.json(listed, 200)
    })
    .openapi(api.dismissDuplicate, async (c) => {
      const { id } = c.req.valid('param')
      const done = await dismissDuplicate(services, c.get('actor'), id, c.req.valid('json').reason)
      return isRefusal(done) ? (refused(c, done) as never) : c.json(done, 200)
    })
    .openapi(api.reopenDuplicate, async (c) => {
      const done = await reopenDuplicate(services, c.get('actor'), c.req.valid('param').id)
      return isRefusal(done) ? (refused(c, done) as never) : c.json(done, 200)
    }) as unknown as Routes
}

function outletOf(draft: Draft, country: string): Outlet {
  const { latitude, longitude, accuracyM } = draft
  const phones = (draft.phones ?? [])
    .map((phone) => dialled(phone, country))
    .filter((phone) => phone !== null)
  return {
    id: draft.customerId ?? null,
    name: draft.name,
    legalName: draft.legalName ?? null,
    taxId: draft.taxId ?? null,
    phones,
    street: draft.street ?? null,
    postalCode: draft.postalCode ?? null,
    city: draft.city ?? null,
    parentId: draft.parentId ?? null,
    place:
      latitude === undefined || longitude === undefined
        ? null
        : { latitude, longitude, accuracyMetres: accuracyM ?? null, approximate: false },
  }
}

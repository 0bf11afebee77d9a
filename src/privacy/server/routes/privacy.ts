import { readAs } from '../../../platform/server/database/transaction.ts'
import { refused } from '../../../platform/server/http/problem.ts'
import { type Routes, newRoutes } from '../../../platform/server/http/routes.ts'
import type { Services } from '../../../platform/server/services.ts'
import { isRefusal, refuse } from '../../../values/refusal.ts'
import * as api from '../../api.ts'
import { answerSubject, findSubject } from '../commands/answer.ts'
import { erase, previewErasure } from '../commands/erase.ts'
import { addBlock, liftBlock, lookUpBlock } from '../commands/block-list.ts'
import { closePrivacyRequest, noteCorrection, openRequest, todayOf } from '../commands/requests.ts'
import { blockedHere } from '../queries/block-list.ts'
import { countOpen, listRequests, requestWith } from '../queries/requests.ts'

/** Requests of data subjects: recorded, searched, answered, corrected, erased. */
export function privacyRoutes(services: Services): Routes {
  const { db } = services
  return newRoutes()
    .openapi(api.listPrivacyRequests, async (c) => {
      const actor = c.get('actor')
      if (!actor.may.includes('privacy.manage')) return refused(c, refuse('not-allowed')) as never
      const { state = 'open' } = c.req.valid('query')
      const listed = await readAs(db, actor, async (tx) => ({
        requests: await listRequests(tx, state, actor, await todayOf(tx, services)),
        open: await countOpen(tx),
      }))
      return c.json(listed, 200)
    })
    .openapi(api.openPrivacyRequest, async (c) => {
      const done = await openRequest(services, c.get('actor'), c.req.valid('json'))
      return isRefusal(done) ? (refused(c, done) as never) : c.json(done, 200)
    })
    .openapi(api.readPrivacyRequest, async (c) => {
      if (!c.get('actor').may.includes('privacy.manage')) return refused(c, refuse('not-allowed')) as never
      const actor = c.get('actor')
      const { id } = c.req.valid('param')
      const request = await readAs(db, actor, async (tx) =>
        requestWith(tx, id, actor, await todayOf(tx, services)),
      )
      return request === null ? (refused(c, refuse('not-found')) as never) : c.json(request, 200)
    })
    .openapi(api.findSubject, async (c) => {
      const { id } = c.req.valid('param')
      const found = await findSubject(services, c.get('actor'), id, c.req.valid('json').subject)
      return isRefusal(found) ? (refused(c, found) as never) : c.json(found, 200)
    })
    .openapi(api.answerSubject, async (c) => {
      const { id } = c.req.valid('param')
      const answer = await answerSubject(services, c.get('actor'), id, c.req.valid('json'))
      return isRefusal(answer) ? (refused(c, answer) as never) : c.json(answer, 200)
    })
    .openapi(api.planErasure, async (c) => {
      const { id } = c.req.valid('param')
      const plan = await previewErasure(services, c.get('actor'), id, c.req.valid('json'))
      return isRefusal(plan) ? (refused(c, plan) as never) : c.json(plan, 200)
    })
    .openapi(api.erase, async (c) => {
      const done = await erase(services, c.get('actor'), c.req.valid('param').id, c.req.valid('json'))
      return isRefusal(done) ? (refused(c, done) as never) : c.json(done, 200)
    })
    .openapi(api.noteCorrection, async (c) => {
      const { id } = c.req.valid('param')
      const done = await noteCorrection(services, c.get('actor'), id, c.req.valid('json').what)
      return isRefusal(done) ? (refused(c, done) as never) : c.json(done, 200)
    })
    .openapi(api.closePrivacyRequest, async (c) => {
      const { state, outcome } = c.req.valid('json')
      const done = await closePrivacyRequest(
        services,
        c.get('actor'),
        c.req.valid('param').id,
        state,
        outcome,
      )
      return isRefusal(done) ? (refused(c, done) as never) : c.json(done, 200)
    })
    .openapi(api.listBlocked, async (c) => {
      const actor = c.get('actor')
      if (!actor.may.includes('privacy.manage')) return refused(c, refuse('not-allowed')) as never
      const { state = 'in-force' } = c.req.valid('query')
      return c.json({ blocked: await readAs(db, actor, (tx) => blockedHere(tx, state)) }, 200)
    })
    .openapi(api.lookUpBlock, async (c) => {
      const found = await lookUpBlock(services, c.get('actor'), c.req.valid('json'))
      return isRefusal(found) ? (refused(c, found) as never) : c.json(found, 200)
    })
    .openapi(api.addBlock, async (c) => {
      const added = await addBlock(services, c.get('actor'), c.req.valid('json'))
      return isRefusal(added) ? (refused(c, added) as never) : c.json(added, 200)
    })
    .openapi(api.liftBlock, async (c) => {
      const { hash, reason } = c.req.valid('json')
      const done = await liftBlock(services, c.get('actor'), hash, reason)
      return isRefusal(done) ? (refused(c, done) as never) : c.json(done, 200)
    }) as unknown as Routes
}

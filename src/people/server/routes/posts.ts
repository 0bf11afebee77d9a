import { readAs } from '../../../platform/server/database/transaction.ts'
import { refused } from '../../../platform/server/http/problem.ts'
import { type Routes, newRoutes } from '../../../platform/server/http/routes.ts'
import type { Services } from '../../../platform/server/services.ts'
import { isRefusal } from '../../../values/refusal.ts'
import * as api from '../../api/posts.ts'
import { lacks } from '../../permissions.ts'
import { addAgreement, changeAgreement, removeAgreement } from '../commands/agreements.ts'
import { addPosting, correctPosting, removePosting } from '../commands/postings.ts'
import { addTeam, changeTeam, removeTeam } from '../commands/teams.ts'
import { companyDay } from '../queries/company.ts'
import { teamsOn } from '../queries/teams.ts'

/** Posts over time, teams, and agreements on file. */
export function postRoutes(services: Services): Routes {
  return newRoutes()
    .openapi(api.addPosting, async (c) => {
      const answer = await addPosting(services, c.get('actor'), c.req.valid('param').id, c.req.valid('json'))
      return isRefusal(answer) ? (refused(c, answer) as never) : c.json(answer, 200)
    })
    .openapi(api.correctPosting, async (c) => {
      const { id, postingId } = c.req.valid('param')
      const answer = await correctPosting(services, c.get('actor'), id, postingId, c.req.valid('json'))
      return isRefusal(answer) ? (refused(c, answer) as never) : c.json(answer, 200)
    })
    .openapi(api.removePosting, async (c) => {
      const { id, postingId } = c.req.valid('param')
      const answer = await removePosting(services, c.get('actor'), id, postingId)
      return isRefusal(answer) ? (refused(c, answer) as never) : c.json(answer, 200)
    })
    .openapi(api.listTeams, async (c) => {
      const actor = c.get('actor')
      const no = lacks(actor, 'people.read')
      if (no !== null) return refused(c, no) as never
      const teams = await readAs(services.db, actor, async (tx) => teamsOn(tx, await companyDay(tx)))
      return c.json({ teams }, 200)
    })
    .openapi(api.addTeam, async (c) => {
      const answer = await addTeam(services, c.get('actor'), c.req.valid('json').name)
      return isRefusal(answer) ? (refused(c, answer) as never) : c.json(answer, 200)
    })
    .openapi(api.changeTeam, async (c) => {
      const answer = await changeTeam(services, c.get('actor'), c.req.valid('param').id, c.req.valid('json'))
      return isRefusal(answer) ? (refused(c, answer) as never) : c.json(answer, 200)
    })
    .openapi(api.removeTeam, async (c) => {
      const answer = await removeTeam(services, c.get('actor'), c.req.valid('param').id)
      return isRefusal(answer) ? (refused(c, answer) as never) : c.json(answer, 200)
    })
    .openapi(api.addAgreement, async (c) => {
      const answer = await addAgreement(
        services,
        c.get('actor'),
        c.req.valid('param').id,
        c.req.valid('json'),
      )
      return isRefusal(answer) ? (refused(c, answer) as never) : c.json(answer, 200)
    })
    .openapi(api.changeAgreement, async (c) => {
      const { id, agreementId } = c.req.valid('param')
      const answer = await changeAgreement(services, c.get('actor'), id, agreementId, c.req.valid('json'))
      return isRefusal(answer) ? (refused(c, answer) as never) : c.json(answer, 200)
    })
    .openapi(api.removeAgreement, async (c) => {
      const { id, agreementId } = c.req.valid('param')
      const answer = await removeAgreement(services, c.get('actor'), id, agreementId)
      return isRefusal(answer) ? (refused(c, answer) as never) : c.json(answer, 200)
    }) as unknown as Routes
}

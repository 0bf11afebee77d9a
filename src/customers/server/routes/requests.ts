import { readAs } from '../../../platform/server/database/transaction.ts'
import { answer } from '../../../platform/server/http/answer.ts'
import { refused } from '../../../platform/server/http/problem.ts'
import { type Routes, newRoutes } from '../../../platform/server/http/routes.ts'
import type { Services } from '../../../platform/server/services.ts'
import { refuse } from '../../../values/refusal.ts'
import * as api from '../../api/requests.ts'
import { decideRequest } from '../commands/requests.ts'
import { countRequests, requestsOf } from '../queries/requests.ts'

const size = 50

/** Requests to change protected fields (rule 1.4). */
export function requestRoutes(services: Services): Routes {
  return newRoutes()
    .openapi(api.listRequests, async (c) => {
      const actor = c.get('actor')
      if (!actor.may.includes('customers.read') || actor.personId === null)
        return refused(c, refuse('not-allowed')) as never
      const { state = 'waiting', mine, customer, page = 1 } = c.req.valid('query')
      const ownOnly = mine === 'true' || !actor.may.includes('requests.decide')
      const wanted = {
        state,
        ...(ownOnly ? { askedBy: actor.personId } : {}),
        ...(customer === undefined ? {} : { customer }),
      }
      const answer = await readAs(services.db, actor, async (tx) => ({
        rows: await requestsOf(tx, { ...wanted, size, offset: (page - 1) * size }, actor),
        total: await countRequests(tx, wanted),
        page,
        size,
      }))
      return c.json(answer, 200)
    })
    .openapi(api.approveRequest, async (c) => {
      return answer(
        c,
        await decideRequest(
          services,
          c.get('actor'),
          c.req.valid('param').id,
          'approve',
          c.req.valid('json'),
        ),
      )
    })
    .openapi(api.rejectRequest, async (c) => {
      return answer(
        c,
        await decideRequest(services, c.get('actor'), c.req.valid('param').id, 'reject', c.req.valid('json')),
      )
    })
    .openapi(api.withdrawRequest, async (c) => {
      return answer(c, await decideRequest(services, c.get('actor'), c.req.valid('param').id, 'withdraw'))
    }) as unknown as Routes
}

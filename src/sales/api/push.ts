import { createRoute } from '@hono/zod-openapi'
import { answers, body } from '../../platform/contract.ts'
import { PushAnswers, PushBatch } from '../schema/push.ts'

export const pushOrders = createRoute({
  method: 'post',
  path: '/api/orders/batches',
  tags: ['Orders'],
  summary: 'Orders and returns of the company’s own system, thousands at a time',
  description:
    'Sent again, also in another order or late, a batch changes nothing: an order is known by its number, and of two words about ' +
    'it the one with the later `changedAt` holds. A correction is a new version; how it stood is kept. Each order is answered on ' +
    'its own and comes in whole or not at all. A key needs the scope orders.import. At most 16 MB a request.',
  request: { body: body(PushBatch) },
  responses: answers(PushAnswers),
})

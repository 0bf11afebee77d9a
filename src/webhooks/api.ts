import { createRoute, z } from '@hono/zod-openapi'
import { Id, answers, body } from '../platform/contract.ts'
import { Delivery, Endpoint, EndpointChange, EndpointMade, NewEndpoint, SecretMade } from './schema.ts'

const tags = ['Webhooks']
const params = z.object({ id: Id })
const Done = z.object({ done: z.literal(true) })

export const listEndpoints = createRoute({
  method: 'get',
  path: '/api/webhooks',
  tags,
  summary: 'Where events are sent, and which events there are',
  responses: answers(
    z.object({
      endpoints: z.array(Endpoint),
      types: z.array(z.object({ type: z.string(), data: z.string() })),
    }),
  ),
})
export const makeEndpoint = createRoute({
  method: 'post',
  path: '/api/webhooks',
  tags,
  summary: 'Sends events to an address from now on. Answers the secret they are signed with, this once',
  request: { body: body(NewEndpoint) },
  responses: answers(EndpointMade),
})
export const changeEndpoint = createRoute({
  method: 'put',
  path: '/api/webhooks/{id}',
  tags,
  summary: 'Changes where events go, which ones, and whether at all',
  request: { params, body: body(EndpointChange) },
  responses: answers(z.object({ version: z.number().int() })),
})
export const removeEndpoint = createRoute({
  method: 'delete',
  path: '/api/webhooks/{id}',
  tags,
  summary: 'Sends nothing there any more and forgets its deliveries',
  request: { params },
  responses: answers(Done),
})
export const renewSecret = createRoute({
  method: 'post',
  path: '/api/webhooks/{id}/secret',
  tags,
  summary: 'Makes a new secret. For a day deliveries are signed with the old one as well',
  request: { params },
  responses: answers(SecretMade),
})
export const tryEndpoint = createRoute({
  method: 'post',
  path: '/api/webhooks/{id}/test',
  tags,
  summary: 'Sends webhook.test there',
  request: { params },
  responses: answers(Done),
})
export const listDeliveries = createRoute({
  method: 'get',
  path: '/api/webhooks/{id}/deliveries',
  tags,
  summary: 'What was sent there in the last 30 days, the newest first, fifty at a time',
  request: { params, query: z.object({ before: Id.optional() }) },
  responses: answers(z.object({ deliveries: z.array(Delivery), next: Id.nullable() })),
})
export const replayDelivery = createRoute({
  method: 'post',
  path: '/api/webhooks/deliveries/{id}/replay',
  tags,
  summary: 'Sends a message again, with the same webhook-id',
  request: { params },
  responses: answers(Done),
})

import { createRoute, z } from '@hono/zod-openapi'
import { Id, answers, body } from '../../platform/contract.ts'
import { AsKnown, OwnerAnswer, OwnerOn, OwnersAnswer, OwnersAsked, Ownership } from '../schema/history.ts'

export const readOwnership = createRoute({
  method: 'get',
  path: '/api/customers/{id}/ownership',
  tags: ['Ownership'],
  summary: 'Who was, is and will be responsible for a customer, in every role, and why',
  request: { params: z.object({ id: Id }), query: AsKnown },
  responses: answers(Ownership),
})
export const ownerOn = createRoute({
  method: 'get',
  path: '/api/ownership/owner',
  tags: ['Ownership'],
  summary: 'Who was responsible on a day, by what is known now or was known then',
  request: { query: OwnerOn },
  responses: answers(OwnerAnswer),
})
export const ownersOn = createRoute({
  method: 'post',
  path: '/api/ownership/owners',
  tags: ['Ownership'],
  summary: 'The owners of many customers, each on its day',
  request: { body: body(OwnersAsked) },
  responses: answers(OwnersAnswer),
})

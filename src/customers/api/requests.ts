import { createRoute, z } from '@hono/zod-openapi'
import { Id, answers, body } from '../../platform/contract.ts'
import { ChangeRequest, Decision, RequestPage, RequestsQuery } from '../schema/request.ts'

const params = z.object({ id: Id })

export const listRequests = createRoute({
  method: 'get',
  path: '/api/requests',
  tags: ['Change requests'],
  summary: 'Requests to change protected fields: those I asked for and those I may decide',
  request: { query: RequestsQuery },
  responses: answers(RequestPage),
})
export const approveRequest = createRoute({
  method: 'post',
  path: '/api/requests/{id}/approve',
  tags: ['Change requests'],
  summary: 'Makes the change; refused with "changed-since" if the value is another one by now',
  request: { params, body: body(Decision) },
  responses: answers(ChangeRequest),
})
export const rejectRequest = createRoute({
  method: 'post',
  path: '/api/requests/{id}/reject',
  tags: ['Change requests'],
  summary: 'Turns the change down',
  request: { params, body: body(Decision) },
  responses: answers(ChangeRequest),
})
export const withdrawRequest = createRoute({
  method: 'post',
  path: '/api/requests/{id}/withdraw',
  tags: ['Change requests'],
  summary: 'Takes one’s own request back',
  request: { params },
  responses: answers(ChangeRequest),
})

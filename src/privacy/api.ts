import { createRoute, z } from '@hono/zod-openapi'
import { Id, answers, body, text } from '../platform/contract.ts'
import {
  Answer,
  BlockState,
  BlockedPerson,
  Erasure,
  ErasurePlan,
  Found,
  NewBlock,
  NewPrivacyRequest,
  PrivacyRequest,
  Reach,
  Subject,
} from './schema.ts'

const params = z.object({ id: Id })
const tags = ['Privacy']

export const listPrivacyRequests = createRoute({
  method: 'get',
  path: '/api/privacy/requests',
  tags,
  summary: 'Requests of data subjects, those due first',
  request: { query: z.object({ state: z.enum(['open', 'closed']).optional() }) },
  responses: answers(z.object({ requests: z.array(PrivacyRequest), open: z.number().int() })),
})
export const openPrivacyRequest = createRoute({
  method: 'post',
  path: '/api/privacy/requests',
  tags,
  summary: 'Records a request of a data subject; it is due within a month',
  request: { body: body(NewPrivacyRequest) },
  responses: answers(PrivacyRequest),
})
export const readPrivacyRequest = createRoute({
  method: 'get',
  path: '/api/privacy/requests/{id}',
  tags,
  summary: 'One request with what was done about it',
  request: { params },
  responses: answers(PrivacyRequest),
})
export const findSubject = createRoute({
  method: 'post',
  path: '/api/privacy/requests/{id}/find',
  tags,
  summary: 'Everything kept about the person; logged',
  request: { params, body: body(z.object({ subject: Subject.optional() })) },
  responses: answers(Found),
})
export const answerSubject = createRoute({
  method: 'post',
  path: '/api/privacy/requests/{id}/answer',
  tags,
  summary: 'What the person is to be given: JSON and a readable page; logged',
  request: {
    params,
    body: body(z.object({ contactIds: z.array(Id).max(200), customerIds: z.array(Id).max(200) })),
  },
  responses: answers(Answer),
})
export const planErasure = createRoute({
  method: 'post',
  path: '/api/privacy/requests/{id}/erasure/plan',
  tags,
  summary: 'What an erasure would take, and what stays and why',
  request: { params, body: body(Erasure) },
  responses: answers(ErasurePlan),
})
export const erase = createRoute({
  method: 'post',
  path: '/api/privacy/requests/{id}/erasure',
  tags,
  summary: 'Erases; can’t be undone. The person is kept from coming back by an import or by typing',
  request: { params, body: body(Erasure) },
  responses: answers(PrivacyRequest),
})
export const noteCorrection = createRoute({
  method: 'post',
  path: '/api/privacy/requests/{id}/corrected',
  tags,
  summary: 'Notes that what was wrong has been put right',
  request: { params, body: body(z.object({ what: text(300, 1) })) },
  responses: answers(PrivacyRequest),
})
export const closePrivacyRequest = createRoute({
  method: 'post',
  path: '/api/privacy/requests/{id}/close',
  tags,
  summary: 'Closes a request as done or refused, with what was answered',
  request: { params, body: body(z.object({ state: z.enum(['done', 'refused']), outcome: text(2000, 1) })) },
  responses: answers(PrivacyRequest),
})
export const listBlocked = createRoute({
  method: 'get',
  path: '/api/privacy/blocked',
  tags,
  summary: 'The block list: hashes, when, and by which request or why',
  request: { query: z.object({ state: z.enum(['in-force', 'lifted']).optional() }) },
  responses: answers(z.object({ blocked: z.array(BlockedPerson) })),
})
export const lookUpBlock = createRoute({
  method: 'post',
  path: '/api/privacy/blocked/find',
  tags,
  summary: 'Whether a phone or e-mail is on the block list, and how many contacts have it; logged',
  request: { body: body(Reach) },
  responses: answers(BlockState),
})
export const addBlock = createRoute({
  method: 'post',
  path: '/api/privacy/blocked',
  tags,
  summary: 'Puts a phone or e-mail on the block list by hand, with the reason; nobody can enter it again',
  request: { body: body(NewBlock) },
  responses: answers(BlockState),
})
export const liftBlock = createRoute({
  method: 'post',
  path: '/api/privacy/blocked/lift',
  tags,
  summary: 'The person may be kept again, for instance because they asked for it',
  request: {
    body: body(
      z.object({ hash: z.string().regex(/^[0-9a-f]{64}$/, 'must be a hash'), reason: text(500, 1) }),
    ),
  },
  responses: answers(z.object({ hash: z.string() })),
})

import { createRoute, z } from '@hono/zod-openapi'
import { Id, answers, body, refusals } from '../../platform/contract.ts'
import {
  AcceptDay,
  AddCollisionFile,
  ChangeCollisionRules,
  ClaimCustomer,
  Collision,
  CollisionPage,
  CollisionRules,
  CollisionsQuery,
  CustomerCollision,
  NewEvidence,
  OpenPair,
  RegistrationDay,
  Ruling,
  Words,
} from '../schema/collision.ts'

const tags = ['Collisions']
const params = z.object({ id: Id })
const file = z.any().openapi({ type: 'string', format: 'binary' })

export const listCollisions = createRoute({
  method: 'get',
  path: '/api/collisions',
  tags,
  summary: 'Cases of customers that several people claim, the most urgent first',
  request: { query: CollisionsQuery },
  responses: answers(CollisionPage),
})
export const readCollision = createRoute({
  method: 'get',
  path: '/api/collisions/{id}',
  tags,
  summary: 'A case: both sides, what was said, what the rule proposes, what I may do',
  request: { params },
  responses: answers(Collision),
})
export const claimFromOwner = createRoute({
  method: 'post',
  path: '/api/collisions',
  tags,
  summary: 'Claims a customer that somebody else holds: opens a case, or joins the one that is open',
  request: { body: body(ClaimCustomer) },
  responses: answers(Collision),
})
export const openPair = createRoute({
  method: 'post',
  path: '/api/collisions/pairs',
  tags,
  summary: 'Opens a case about two entries of one outlet that different people hold',
  request: { body: body(OpenPair) },
  responses: answers(Collision),
})
export const addEvidence = createRoute({
  method: 'post',
  path: '/api/collisions/{id}/evidence',
  tags,
  summary: 'Adds what speaks for a side, or a customer’s written choice',
  request: { params, body: body(NewEvidence) },
  responses: answers(Collision),
})
export const addFile = createRoute({
  method: 'post',
  path: '/api/collisions/{id}/files',
  tags,
  summary: 'Adds a file as evidence, at most 25 MB; photos lose place, time and camera',
  request: {
    params,
    query: AddCollisionFile,
    body: {
      required: true,
      description: 'The bytes of the file as they are; it is recognised by its content',
      content: { 'application/octet-stream': { schema: file } },
    },
  },
  responses: answers(z.object({ id: Id })),
})
export const readCollisionFile = createRoute({
  method: 'get',
  path: '/api/collisions/files/{id}',
  tags,
  summary: 'A file that is evidence; its id is its event',
  request: { params },
  responses: {
    200: { description: 'The file', content: { 'application/octet-stream': { schema: file } } },
    ...refusals,
  },
})
export const comment = createRoute({
  method: 'post',
  path: '/api/collisions/{id}/comments',
  tags,
  summary: 'Says something about the case',
  request: { params, body: body(Words) },
  responses: answers(Collision),
})
export const acceptDay = createRoute({
  method: 'post',
  path: '/api/collisions/{id}/accept-day',
  tags,
  summary: 'Accepts the day that a device claims for a registration',
  request: { params, body: body(AcceptDay) },
  responses: answers(Collision),
})
export const withdraw = createRoute({
  method: 'post',
  path: '/api/collisions/{id}/withdraw',
  tags,
  summary: 'Takes my claim back; the case ends when nobody else claims',
  request: { params, body: body(Words) },
  responses: answers(Collision),
})
export const rule = createRoute({
  method: 'post',
  path: '/api/collisions/{id}/rule',
  tags,
  summary: 'Rules whose the customer is; the ledger follows at once',
  request: { params, body: body(Ruling) },
  responses: answers(Collision),
})
export const appeal = createRoute({
  method: 'post',
  path: '/api/collisions/{id}/appeal',
  tags,
  summary: 'Asks somebody else to decide; once a case',
  request: { params, body: body(Words) },
  responses: answers(Collision),
})
export const decide = createRoute({
  method: 'post',
  path: '/api/collisions/{id}/decide',
  tags,
  summary: 'Decides an appeal; final',
  request: { params, body: body(Ruling) },
  responses: answers(Collision),
})
export const customerCollisions = createRoute({
  method: 'get',
  path: '/api/customers/{id}/collisions',
  tags,
  summary: 'Cases about a customer, open ones first',
  request: { params },
  responses: answers(z.object({ collisions: z.array(CustomerCollision) })),
})
export const registrationDay = createRoute({
  method: 'get',
  path: '/api/customers/{id}/registration',
  tags,
  summary: 'From which day a customer counts as registered, and an earlier one that a device claims',
  request: { params },
  responses: answers(RegistrationDay),
})
export const decideRegistrationDay = createRoute({
  method: 'post',
  path: '/api/customers/{id}/registration',
  tags,
  summary: 'Accepts the earlier day that a device claims, or not; once',
  request: { params, body: body(z.object({ accept: z.boolean() })) },
  responses: answers(RegistrationDay),
})
export const readCollisionRules = createRoute({
  method: 'get',
  path: '/api/company/collisions',
  tags,
  summary: 'How collisions are dealt with: what counts as complete, and the days for each step',
  responses: answers(CollisionRules),
})
export const changeCollisionRules = createRoute({
  method: 'put',
  path: '/api/company/collisions',
  tags,
  summary: 'Changes that',
  request: { body: body(ChangeCollisionRules) },
  responses: answers(CollisionRules),
})

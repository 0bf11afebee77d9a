import { createRoute, z } from '@hono/zod-openapi'
import { Id, answers, body } from '../../platform/contract.ts'
import { NewPersonalFact, PersonalGroup } from '../schema/personal.ts'
import { customerParams } from './register.ts'

export const readPersonal = createRoute({
  method: 'get',
  path: '/api/customers/{id}/personal',
  tags: ['Personal group'],
  summary: 'What the customer’s own team knows of the person in charge; each reading is logged',
  request: { params: customerParams },
  responses: answers(PersonalGroup),
})
export const notePersonal = createRoute({
  method: 'post',
  path: '/api/customers/{id}/personal',
  tags: ['Personal group'],
  summary: 'Notes a personal fact with its source; it expires',
  request: { params: customerParams, body: body(NewPersonalFact) },
  responses: answers(z.object({ id: Id })),
})
export const removePersonal = createRoute({
  method: 'delete',
  path: '/api/customers/{id}/personal/{factId}',
  tags: ['Personal group'],
  summary: 'Removes a personal fact for good',
  request: { params: customerParams.extend({ factId: Id }) },
  responses: answers(z.object({ id: Id })),
})

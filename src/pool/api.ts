import { createRoute, z } from '@hono/zod-openapi'
import { Id, answers, body } from '../platform/contract.ts'
import * as schema from './schema.ts'

const tags = ['Pool']
const params = z.object({ id: Id })

export const listPool = createRoute({
  method: 'get',
  path: '/api/pool',
  tags,
  summary: 'A page of the pool; every look of somebody who may claim is logged and counted',
  request: { query: schema.PoolQuery },
  responses: answers(schema.PoolPage),
})
export const claimCustomer = createRoute({
  method: 'post',
  path: '/api/pool/{id}/claim',
  tags,
  summary: 'Takes a customer out of the pool for oneself',
  request: { params },
  responses: answers(schema.Claimed),
})
export const giveBack = createRoute({
  method: 'post',
  path: '/api/customers/{id}/give-back',
  tags,
  summary: 'Gives a customer of one’s own back to the pool',
  request: { params, body: body(schema.GiveBack) },
  responses: answers(schema.GivenBack),
})
export const readProtection = createRoute({
  method: 'get',
  path: '/api/customers/{id}/protection',
  tags,
  summary: 'Whether and when a customer returns to the pool, and for whom it is kept',
  request: { params },
  responses: answers(schema.ProtectionShown),
})
export const keepCustomer = createRoute({
  method: 'post',
  path: '/api/customers/{id}/keep',
  tags,
  summary: 'Keeps a customer for its owner until a day',
  request: { params, body: body(schema.Keep) },
  responses: answers(schema.Kept),
})
export const endKeeping = createRoute({
  method: 'post',
  path: '/api/pool/keepings/{id}/end',
  tags,
  summary: 'Ends the keeping of a customer from today',
  request: { params },
  responses: answers(schema.Kept),
})
export const listReturning = createRoute({
  method: 'get',
  path: '/api/pool/returning',
  tags,
  summary:
    'Announced customers of mine and of my team: which return to the pool on which day unless somebody goes',
  responses: answers(schema.ReturningSoon),
})
export const readRules = createRoute({
  method: 'get',
  path: '/api/company/pool',
  tags,
  summary: 'The rules of protection, pool and claims',
  responses: answers(schema.PoolRulesShown),
})
export const changeRules = createRoute({
  method: 'put',
  path: '/api/company/pool',
  tags,
  summary: 'Changes the rules of protection, pool and claims from the next day on',
  request: { body: body(schema.ChangePoolRules) },
  responses: answers(schema.PoolRulesShown),
})
export const simulate = createRoute({
  method: 'post',
  path: '/api/pool/simulate',
  tags,
  summary: 'What other rules would do tomorrow and within 30 days; changes nothing',
  request: { body: body(schema.Simulate) },
  responses: answers(schema.Simulated),
})

import { createRoute, z } from '@hono/zod-openapi'
import { Id, answers, body } from '../../platform/contract.ts'
import * as schema from '../schema/cadence.ts'

const tags = ['Visits']
const params = z.object({ id: Id })

export const readCadence = createRoute({
  method: 'get',
  path: '/api/company/cadence',
  tags,
  summary: 'How often customers are visited, and what a person can do',
  responses: answers(schema.CadenceRulesShown),
})
export const changeCadence = createRoute({
  method: 'put',
  path: '/api/company/cadence',
  tags,
  summary: 'Changes how often customers are visited',
  request: { body: body(schema.ChangeCadenceRules) },
  responses: answers(schema.CadenceRulesShown),
})
export const tryCadence = createRoute({
  method: 'post',
  path: '/api/company/cadence/try',
  tags,
  summary: 'What other rules of cadence would ask of everybody; changes nothing',
  request: { body: body(schema.TryCadence) },
  responses: answers(schema.CadenceTried),
})
export const readLoads = createRoute({
  method: 'get',
  path: '/api/visits/load',
  tags,
  summary: 'The visits a week that are asked of me and of those below me, and what each can do',
  responses: answers(schema.VisitLoads),
})
export const setCapacity = createRoute({
  method: 'put',
  path: '/api/people/{id}/visit-capacity',
  tags,
  summary: 'What a person can do, and where their days begin; null: as the company’s rules say',
  request: { params, body: body(schema.SetVisitCapacity) },
  responses: answers(schema.VisitLoad),
})
export const readCustomerCadence = createRoute({
  method: 'get',
  path: '/api/customers/{id}/cadence',
  tags,
  summary: 'How often a customer is visited and when the next visit is due',
  request: { params },
  responses: answers(schema.CustomerCadence),
})
export const setCustomerCadence = createRoute({
  method: 'put',
  path: '/api/customers/{id}/cadence',
  tags,
  summary: 'Sets by hand how often a customer is visited, with the reason',
  request: { params, body: body(schema.SetCustomerCadence) },
  responses: answers(schema.CustomerCadence),
})
export const listDue = createRoute({
  method: 'get',
  path: '/api/visits/due',
  tags,
  summary: 'Customers due for a visit, in order of harm avoided',
  request: { query: schema.DueQuery },
  responses: answers(schema.DuePage),
})

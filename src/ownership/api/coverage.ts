import { createRoute, z } from '@hono/zod-openapi'
import { Id, answers, body } from '../../platform/contract.ts'
import * as schema from '../schema/coverage.ts'

const tags = ['Coverage']
const ofCustomer = z.object({ id: Id })

export const readCoverage = createRoute({
  method: 'get',
  path: '/api/coverage',
  tags,
  summary: 'Single-person risk of the company, a team or a person (rule 2.6)',
  request: { query: schema.CoverageQuery },
  responses: answers(schema.CoverageAnswer),
})
export const readFixes = createRoute({
  method: 'get',
  path: '/api/coverage/fixes',
  tags,
  summary: 'A page of the customers where putting one thing right avoids most harm',
  request: { query: schema.FixesQuery },
  responses: answers(schema.FixesAnswer),
})
export const readPeopleExposure = createRoute({
  method: 'get',
  path: '/api/coverage/people',
  tags,
  summary: 'Single-person risk of everybody who reports to a person, or to nobody',
  request: { query: z.object({ reportsTo: z.union([Id, z.literal('nobody')]).optional() }) },
  responses: answers(schema.PeopleExposure),
})
export const readRules = createRoute({
  method: 'get',
  path: '/api/company/coverage',
  tags,
  summary: 'What counts as knowing a customer, and how many channels one should have',
  responses: answers(schema.CoverageRules),
})
export const changeRules = createRoute({
  method: 'put',
  path: '/api/company/coverage',
  tags,
  summary: 'Changes what counts as knowing a customer',
  request: { body: body(schema.ChangeCoverageRules) },
  responses: answers(schema.CoverageRules),
})
export const readCustomerCoverage = createRoute({
  method: 'get',
  path: '/api/customers/{id}/coverage',
  tags,
  summary: 'Who really knows a customer, which channels reach it, and what is missing',
  request: { params: ofCustomer },
  responses: answers(schema.CustomerCoverage),
})
export const addChannel = createRoute({
  method: 'post',
  path: '/api/customers/channels',
  tags,
  summary: 'Adds a channel to one or many customers; those that have it already are left as they are',
  request: { body: body(schema.AddChannel) },
  responses: answers(schema.ChannelsAdded),
})
export const removeChannel = createRoute({
  method: 'delete',
  path: '/api/customers/{id}/channels/{channelId}',
  tags,
  summary: 'Removes a channel of a customer',
  request: { params: ofCustomer.extend({ channelId: Id }) },
  responses: answers(z.object({ id: Id })),
})

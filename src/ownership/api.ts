import { createRoute } from '@hono/zod-openapi'
import { answers, body } from '../platform/contract.ts'
import { Assign, Assigned, RegisterCustomer, Registered } from './schema.ts'

export const registerCustomer = createRoute({
  method: 'post',
  path: '/api/customers',
  tags: ['Customers'],
  summary: 'Registers a customer with its first owner',
  request: { body: body(RegisterCustomer) },
  responses: answers(Registered),
})
export const assignCustomers = createRoute({
  method: 'post',
  path: '/api/customers/assign',
  tags: ['Ownership'],
  summary: 'Gives one or many customers an owner, backup or sponsor',
  request: { body: body(Assign) },
  responses: answers(Assigned),
})

import { createRoute } from '@hono/zod-openapi'
import { answers, body } from '../platform/contract.ts'
import { z } from '@hono/zod-openapi'
import { Id } from '../platform/contract.ts'
import {
  Assign,
  Assigned,
  Correct,
  Covered,
  NewCover,
  Recorded,
  RegisterCustomer,
  Registered,
  Undo,
  Undone,
} from './schema.ts'

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

const BatchPath = z.object({ id: Id })

export const undoBatch = createRoute({
  method: 'post',
  path: '/api/ownership/batches/{id}/undo',
  tags: ['Ownership'],
  summary: 'Takes a batch of the ledger back, with a batch of its own',
  request: { params: BatchPath, body: body(Undo) },
  responses: answers(Undone),
})
export const coverCustomers = createRoute({
  method: 'post',
  path: '/api/ownership/covers',
  tags: ['Ownership'],
  summary: 'Has somebody stand in for the owners of customers from one day to another',
  request: { body: body(NewCover) },
  responses: answers(Covered),
})
export const endCover = createRoute({
  method: 'post',
  path: '/api/ownership/covers/{id}/end',
  tags: ['Ownership'],
  summary: 'Ends a cover before its day; its id is its batch',
  request: { params: BatchPath },
  responses: answers(Covered),
})
export const correctOwnership = createRoute({
  method: 'post',
  path: '/api/customers/{id}/ownership/corrections',
  tags: ['Ownership'],
  summary: 'Says who really was responsible from one day to another; what was believed can still be asked',
  request: { params: BatchPath, body: body(Correct) },
  responses: answers(Recorded),
})

import { createRoute, z } from '@hono/zod-openapi'
import { Id, answers, body } from '../../platform/contract.ts'
import { ChangePromise, ClosePromise, CustomerPromise, MakePromise, PromiseList } from '../schema/promise.ts'

const tags = ['Promises']
const params = z.object({ id: Id })

export const listPromises = createRoute({
  method: 'get',
  path: '/api/promises',
  tags,
  summary: 'Open promises that I made or whose customer I serve, the most pressing first; at most 200',
  request: { query: z.object({ due: z.enum(['overdue', 'all']).optional() }) },
  responses: answers(PromiseList),
})
export const listCustomerPromises = createRoute({
  method: 'get',
  path: '/api/customers/{id}/promises',
  tags,
  summary: 'What we promised a customer: open ones first, then what came of the others',
  request: { params },
  responses: answers(PromiseList),
})
export const makePromise = createRoute({
  method: 'post',
  path: '/api/promises',
  tags,
  summary: 'Records a promise to a customer; sent again with the same id it is the same promise',
  request: { body: body(MakePromise) },
  responses: answers(CustomerPromise),
})
export const changePromise = createRoute({
  method: 'patch',
  path: '/api/promises/{id}',
  tags,
  summary: 'Says it better, or for another day',
  request: { params, body: body(ChangePromise) },
  responses: answers(CustomerPromise),
})
export const keepPromise = createRoute({
  method: 'post',
  path: '/api/promises/{id}/keep',
  tags,
  summary: 'It was kept, today',
  request: { params, body: body(ClosePromise) },
  responses: answers(CustomerPromise),
})
export const withdrawPromise = createRoute({
  method: 'post',
  path: '/api/promises/{id}/withdraw',
  tags,
  summary: 'It no longer holds',
  request: { params, body: body(ClosePromise) },
  responses: answers(CustomerPromise),
})
export const reopenPromise = createRoute({
  method: 'post',
  path: '/api/promises/{id}/reopen',
  tags,
  summary: 'It wasn’t kept or withdrawn after all',
  request: { params },
  responses: answers(CustomerPromise),
})

import { createRoute, z } from '@hono/zod-openapi'
import { Id, answers, body } from '../../platform/contract.ts'
import * as schema from '../schema/stock.ts'

const tags = ['Stock']
const params = z.object({ id: Id })

export const readStock = createRoute({
  method: 'get',
  path: '/api/customers/{id}/stock',
  tags,
  summary:
    'What an outlet has of each product, what it sold between the last two counts, and what isn’t known',
  request: { params },
  responses: answers(schema.OutletStock),
})
export const readStockHistory = createRoute({
  method: 'get',
  path: '/api/customers/{id}/stock/{productId}',
  tags,
  summary:
    'All counts and write-offs of a product at an outlet, and what it sold from each count to the next',
  request: { params: params.extend({ productId: Id }) },
  responses: answers(schema.StockHistory),
})
export const recordCounts = createRoute({
  method: 'post',
  path: '/api/customers/{id}/stock-counts',
  tags,
  summary: 'Records what was counted at an outlet; of one day the last count of a product holds',
  request: { params, body: body(schema.NewCounts) },
  responses: answers(schema.Recorded),
})
export const withdrawCount = createRoute({
  method: 'put',
  path: '/api/stock-counts/{id}/withdrawn',
  tags,
  summary: 'Withdraws a wrong count, or takes that back',
  request: { params, body: body(schema.Withdraw) },
  responses: answers(z.object({ id: Id })),
})
export const recordWriteOff = createRoute({
  method: 'post',
  path: '/api/customers/{id}/write-offs',
  tags,
  summary: 'Records goods lost at an outlet',
  request: { params, body: body(schema.NewWriteOff) },
  responses: answers(schema.Recorded),
})
export const withdrawWriteOff = createRoute({
  method: 'put',
  path: '/api/write-offs/{id}/withdrawn',
  tags,
  summary: 'Withdraws a wrong write-off, or takes that back',
  request: { params, body: body(schema.Withdraw) },
  responses: answers(z.object({ id: Id })),
})

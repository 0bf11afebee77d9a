import { createRoute, z } from '@hono/zod-openapi'
import { Id, answers, body } from '../../platform/contract.ts'
import {
  MonthsQuery,
  Order,
  OrderListQuery,
  OrderMonths,
  OrderPage,
  OrderVersions,
} from '../schema/orders.ts'
import {
  CancelOrder,
  ChangeOrder,
  DeliverOrder,
  NewOrder,
  OrderSaved,
  ReturnOrder,
} from '../schema/order-entry.ts'

const params = z.object({ id: Id })
const tags = ['Orders']

export const listOrders = createRoute({
  method: 'get',
  path: '/api/orders',
  tags,
  summary: 'Orders and returns, the newest first, with what they come to',
  request: { query: OrderListQuery },
  responses: answers(OrderPage),
})
export const getOrder = createRoute({
  method: 'get',
  path: '/api/orders/{id}',
  tags,
  summary: 'One order with its lines, returns and invoices',
  request: { params },
  responses: answers(Order),
})
export const getOrderVersions = createRoute({
  method: 'get',
  path: '/api/orders/{id}/versions',
  tags,
  summary: 'What was changed in an order, by whom and when, the latest first',
  request: { params },
  responses: answers(OrderVersions),
})
export const getOrderMonths = createRoute({
  method: 'get',
  path: '/api/customers/{id}/orders/months',
  tags,
  summary: 'What a customer ordered, month by month, without what was cancelled',
  request: { params, query: MonthsQuery },
  responses: answers(OrderMonths),
})
export const enterOrder = createRoute({
  method: 'post',
  path: '/api/orders',
  tags,
  summary: 'Enters an order',
  request: { body: body(NewOrder) },
  responses: answers(OrderSaved),
})
export const changeOrder = createRoute({
  method: 'put',
  path: '/api/orders/{id}',
  tags,
  summary: 'Changes an order that is not delivered yet; how it stood is kept',
  request: { params, body: body(ChangeOrder) },
  responses: answers(OrderSaved),
})
export const deliverOrder = createRoute({
  method: 'post',
  path: '/api/orders/{id}/deliver',
  tags,
  summary: 'Says that the goods are there, or takes that back',
  request: { params, body: body(DeliverOrder) },
  responses: answers(OrderSaved),
})
export const cancelOrder = createRoute({
  method: 'post',
  path: '/api/orders/{id}/cancel',
  tags,
  summary: 'Cancels an order, with the reason',
  request: { params, body: body(CancelOrder) },
  responses: answers(OrderSaved),
})
export const returnOrder = createRoute({
  method: 'post',
  path: '/api/orders/{id}/returns',
  tags,
  summary: 'Takes goods of an order back, all or some: never more than was delivered',
  request: { params, body: body(ReturnOrder) },
  responses: answers(OrderSaved),
})

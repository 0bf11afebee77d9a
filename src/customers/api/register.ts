import { createRoute, z } from '@hono/zod-openapi'
import { Id, answers } from '../../platform/contract.ts'
import { Customer } from '../schema/detail.ts'
import { CustomerFilter, CustomerListQuery } from '../schema/filter.ts'
import { CustomerFacets, CustomerPage, CustomerPoints } from '../schema/list.ts'
import { Found, SearchQuery } from '../schema/search.ts'
import { TimelinePage, TimelineQuery } from '../schema/timeline.ts'

export const customerParams = z.object({ id: Id })

export const listCustomers = createRoute({
  method: 'get',
  path: '/api/customers',
  tags: ['Customers'],
  summary: 'A page of the customers that I may see',
  request: { query: CustomerListQuery },
  responses: answers(CustomerPage),
})
export const listCustomerPoints = createRoute({
  method: 'get',
  path: '/api/customers/points',
  tags: ['Customers'],
  summary: 'Where the customers are, compact, for the map',
  request: { query: CustomerFilter },
  responses: answers(CustomerPoints),
})
export const countCustomers = createRoute({
  method: 'get',
  path: '/api/customers/facets',
  tags: ['Customers'],
  summary: 'How many customers there are by owner, tier, channel, place and freshness',
  request: { query: CustomerFilter },
  responses: answers(CustomerFacets),
})
export const readCustomer = createRoute({
  method: 'get',
  path: '/api/customers/{id}',
  tags: ['Customers'],
  summary: 'A customer’s whole profile',
  request: { params: customerParams },
  responses: answers(Customer),
})
export const readTimeline = createRoute({
  method: 'get',
  path: '/api/customers/{id}/timeline',
  tags: ['Customers'],
  summary: 'Everything that happened with a customer, newest first',
  request: { params: customerParams, query: TimelineQuery },
  responses: answers(TimelinePage),
})
export const searchAll = createRoute({
  method: 'get',
  path: '/api/search',
  tags: ['Customers'],
  summary: 'Customers, people and products that match best',
  request: { query: SearchQuery },
  responses: answers(z.object({ found: z.array(Found) })),
})

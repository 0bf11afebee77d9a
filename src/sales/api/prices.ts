import { createRoute, z } from '@hono/zod-openapi'
import { Id, answers, body } from '../../platform/contract.ts'
import * as schema from '../schema/prices.ts'

const tags = ['Prices']
const params = z.object({ id: Id })

export const listPriceLists = createRoute({
  method: 'get',
  path: '/api/price-lists',
  tags,
  summary: 'The price lists by rank',
  responses: answers(schema.PriceLists),
})
export const addPriceList = createRoute({
  method: 'post',
  path: '/api/price-lists',
  tags,
  summary: 'Adds a price list',
  request: { body: body(schema.NewPriceList) },
  responses: answers(schema.PriceList),
})
export const changePriceList = createRoute({
  method: 'patch',
  path: '/api/price-lists/{id}',
  tags,
  summary: 'Changes a price list; its prices have a request of their own',
  request: { params, body: body(schema.ChangePriceList) },
  responses: answers(schema.PriceList),
})
export const removePriceList = createRoute({
  method: 'delete',
  path: '/api/price-lists/{id}',
  tags,
  summary: 'Removes a price list that nobody ever bought by, with its prices',
  request: { params },
  responses: answers(z.object({ id: Id })),
})
export const listPrices = createRoute({
  method: 'get',
  path: '/api/price-lists/{id}/prices',
  tags,
  summary: 'A page of the products with their prices on a list on a day',
  request: { params, query: schema.PricesQuery },
  responses: answers(schema.PricePage),
})
export const setPrices = createRoute({
  method: 'post',
  path: '/api/price-lists/{id}/prices',
  tags,
  summary: 'Writes prices that hold from a day; the earlier ones stay',
  request: { params, body: body(schema.SetPrices) },
  responses: answers(schema.PricesSet),
})
export const readCustomerPrices = createRoute({
  method: 'get',
  path: '/api/customers/{id}/prices',
  tags,
  summary: 'What products cost a customer on a day, and why',
  request: { params, query: schema.CustomerPricesQuery },
  responses: answers(schema.CustomerPrices),
})
export const readCustomerPriceList = createRoute({
  method: 'get',
  path: '/api/customers/{id}/price-list',
  tags,
  summary: 'By which list a customer buys, since when, and what was agreed before',
  request: { params },
  responses: answers(schema.CustomerPriceList),
})
export const agreePriceList = createRoute({
  method: 'post',
  path: '/api/customers/{id}/price-list',
  tags,
  summary: 'Agrees a price list with a customer from a day',
  request: { params, body: body(schema.AgreePriceList) },
  responses: answers(schema.CustomerPriceList),
})

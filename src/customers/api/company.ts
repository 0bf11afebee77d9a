import { createRoute, z } from '@hono/zod-openapi'
import { Id, answers, body } from '../../platform/contract.ts'
import { ChangeProduct, NewProduct, Product, ProductPage, ProductsQuery } from '../schema/product.ts'
import { ChangeSettings, CompanySettings } from '../schema/settings.ts'
import { ChangeTerritory, NewTerritory, Territory } from '../schema/territory.ts'

const params = z.object({ id: Id })

export const listProducts = createRoute({
  method: 'get',
  path: '/api/products',
  tags: ['Products'],
  summary: 'A page of the products',
  request: { query: ProductsQuery },
  responses: answers(ProductPage),
})
export const addProduct = createRoute({
  method: 'post',
  path: '/api/products',
  tags: ['Products'],
  summary: 'Adds a product',
  request: { body: body(NewProduct) },
  responses: answers(Product),
})
export const changeProduct = createRoute({
  method: 'patch',
  path: '/api/products/{id}',
  tags: ['Products'],
  summary: 'Changes a product',
  request: { params, body: body(ChangeProduct) },
  responses: answers(Product),
})
export const readSettings = createRoute({
  method: 'get',
  path: '/api/company/settings',
  tags: ['Company'],
  summary: 'How we do it here',
  responses: answers(CompanySettings),
})
export const changeSettings = createRoute({
  method: 'patch',
  path: '/api/company/settings',
  tags: ['Company'],
  summary: 'Changes how we do it here; completeness is computed anew when weights change',
  request: { body: body(ChangeSettings) },
  responses: answers(CompanySettings),
})
export const listTerritories = createRoute({
  method: 'get',
  path: '/api/territories',
  tags: ['Territories'],
  summary: 'Areas with their stewards, salespeople and numbers of customers',
  responses: answers(z.object({ territories: z.array(Territory), unplaced: z.number().int() })),
})
export const addTerritory = createRoute({
  method: 'post',
  path: '/api/territories',
  tags: ['Territories'],
  summary: 'Adds an area',
  request: { body: body(NewTerritory) },
  responses: answers(Territory),
})
export const changeTerritory = createRoute({
  method: 'patch',
  path: '/api/territories/{id}',
  tags: ['Territories'],
  summary: 'Changes an area',
  request: { params, body: body(ChangeTerritory) },
  responses: answers(Territory),
})
export const removeTerritory = createRoute({
  method: 'delete',
  path: '/api/territories/{id}',
  tags: ['Territories'],
  summary: 'Removes an area; its customers belong to none',
  request: { params },
  responses: answers(z.object({ id: Id })),
})
export const placeInTerritories = createRoute({
  method: 'post',
  path: '/api/territories/place',
  tags: ['Territories'],
  summary: 'Puts customers into areas by what the areas cover',
  request: {
    body: body(
      z.object({ again: z.boolean().openapi({ description: 'Also those that are in one already' }) }),
    ),
  },
  responses: answers(z.object({ placed: z.number().int(), batchId: Id.nullable() })),
})

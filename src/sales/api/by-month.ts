import { createRoute } from '@hono/zod-openapi'
import { answers } from '../../platform/contract.ts'
import * as schema from '../schema/by-month.ts'

export const readSalesByMonth = createRoute({
  method: 'get',
  path: '/api/sales/by-month',
  tags: ['Sales'],
  summary:
    'Sales and returns by month and currency, by who took the order, who owned the customer that day, territory or tier',
  request: { query: schema.SalesByMonthQuery },
  responses: answers(schema.SalesByMonth),
})

import { createRoute, z } from '@hono/zod-openapi'
import { refusals } from '../../platform/contract.ts'
import { CustomerFilter } from '../schema/filter.ts'

const bytes = { schema: z.string().openapi({ format: 'binary' }) }

export const readListFile = createRoute({
  method: 'get',
  path: '/api/customers/file',
  tags: ['Customers'],
  summary: 'The customers that a filter finds, as a file that can come in again; it is logged',
  request: { query: CustomerFilter.extend({ format: z.enum(['csv', 'xlsx']).default('csv') }) },
  responses: {
    200: {
      description: 'The file',
      content: {
        'text/csv': bytes,
        'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': bytes,
      },
    },
    ...refusals,
  },
})

import { createRoute, z } from '@hono/zod-openapi'
import { Id, refusals } from '../../platform/contract.ts'

export const readCard = createRoute({
  method: 'get',
  path: '/api/customers/{id}/card.vcf',
  tags: ['Customers'],
  summary: 'The customer and its contacts as contact cards (vCard 4.0); it is logged',
  request: { params: z.object({ id: Id }) },
  responses: {
    200: { description: 'The cards', content: { 'text/vcard': { schema: z.string() } } },
    ...refusals,
  },
})

import { z } from '@hono/zod-openapi'
import { Id, text } from '../../platform/contract.ts'

export const SearchQuery = z.object({
  q: text(200, 1),
  most: z.coerce.number().int().min(1).max(50).optional().openapi({ type: 'integer' }),
})
export const Found = z
  .object({
    kind: z.enum(['customer', 'person', 'product']),
    id: Id,
    title: z.string(),
    code: z.string(),
    detail: z
      .string()
      .nullable()
      .openapi({ description: 'A customer’s city, a person’s post, a product’s category' }),
    colour: z.number().int().nullable(),
  })
  .openapi('Found')
export type Found = z.infer<typeof Found>

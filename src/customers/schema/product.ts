import { z } from '@hono/zod-openapi'
import { Id, text } from '../../platform/contract.ts'
import { Amount } from './values.ts'

const fields = {
  code: text(60, 1),
  name: text(300, 1),
  category: text(120).nullable(),
  unit: text(60).nullable(),
  price: Amount.nullable(),
  discontinued: z.boolean(),
}
export const Product = z
  .object({ id: Id, ...fields, outlets: z.number().int(), version: z.number().int() })
  .openapi('Product')
export type Product = z.infer<typeof Product>
export const NewProduct = z
  .object({
    code: fields.code,
    name: fields.name,
    category: fields.category.optional(),
    unit: fields.unit.optional(),
    price: fields.price.optional(),
    discontinued: fields.discontinued.optional(),
  })
  .openapi('NewProduct')
export type NewProduct = z.infer<typeof NewProduct>
export const ChangeProduct = NewProduct.partial()
  .extend({ version: z.number().int().openapi({ description: 'The version you saw' }) })
  .openapi('ChangeProduct')
export type ChangeProduct = z.infer<typeof ChangeProduct>

export const ProductsQuery = z.object({
  q: text(200).optional(),
  category: text(120).optional(),
  discontinued: z.enum(['true', 'false', 'all']).optional().openapi({ description: 'false if left out' }),
  page: z.coerce.number().int().min(1).max(100_000).optional().openapi({ type: 'integer' }),
  size: z.coerce.number().int().min(1).max(200).optional().openapi({ type: 'integer' }),
})
export type ProductsQuery = z.output<typeof ProductsQuery>
export const ProductPage = z
  .object({
    rows: z.array(Product),
    total: z.number().int(),
    categories: z.array(z.object({ value: z.string(), count: z.number().int() })),
    page: z.number().int(),
    size: z.number().int(),
  })
  .openapi('ProductPage')

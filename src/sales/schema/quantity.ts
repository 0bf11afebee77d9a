import { z } from '@hono/zod-openapi'

/** How much of a product: a decimal of at most six places, not below zero. */
export const Quantity = z
  .number()
  .min(0, 'must not be negative')
  .max(1e9, 'must be at most 1,000,000,000')
  .refine((quantity) => Number(quantity.toFixed(6)) === quantity, 'must have at most 6 decimals')

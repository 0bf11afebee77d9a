import { z } from '@hono/zod-openapi'

export const DemoSize = z
  .object({
    language: z.enum(['en', 'es', 'zh']).default('en'),
    customers: z.int().min(1).max(20_000).default(500),
    people: z.int().min(4).max(500).default(24),
    months: z.int().min(1).max(60).default(18),
    seed: z.string().min(1).max(60).default('relevo'),
  })
  // All of it is made in memory before it is written.
  .refine(
    ({ customers, months }) => customers * months <= 400_000,
    'customers times months must be at most 400,000',
  )
  .openapi('DemoSize')

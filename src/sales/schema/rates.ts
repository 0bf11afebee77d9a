import { z } from '@hono/zod-openapi'
import { CurrencyCode, Day, text } from '../../platform/contract.ts'
import { parseRate } from '../rate.ts'
import { PersonShort } from './money-values.ts'

export const RateText = z
  .string()
  .max(30)
  .refine(
    (given) => parseRate(given) !== null,
    'must be a decimal above 0 such as 1.0842, with at most 12 decimals',
  )
export const NewRate = z
  .object({
    currency: CurrencyCode,
    day: Day,
    rate: RateText.nullable().openapi({
      description: 'One unit in the company’s currency; null takes it back',
    }),
    source: text(200).optional(),
  })
  .strict()
  .openapi('NewRate')
export type NewRate = z.output<typeof NewRate>
export const RatesQuery = z.object({
  currency: CurrencyCode.optional(),
  page: z.coerce.number().int().min(1).max(100_000).optional().openapi({ type: 'integer' }),
})
export const Rates = z
  .object({
    home: z.string(),
    rows: z.array(
      z.object({
        currency: z.string(),
        day: Day,
        rate: z.string(),
        source: z.string().nullable(),
        recordedBy: PersonShort.nullable(),
        recordedAt: z.string(),
      }),
    ),
    total: z.number().int(),
    mayChange: z.boolean(),
    missing: z.array(z.string()).openapi({ description: 'Currencies of open items that have no rate today' }),
  })
  .openapi('Rates')
export type Rates = z.output<typeof Rates>

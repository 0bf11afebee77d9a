import { z } from '@hono/zod-openapi'
import { Tier } from '../../customers/schema/values.ts'
import { Day, Id } from '../../platform/contract.ts'

const count = z.number().int()
const minor = z.string().openapi({ description: 'Exact amount in minor units', example: '123450' })
const Month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'must be a month such as 2026-03')

/** What sums are told apart by: who took the order and who owned the customer that day are two facts (rule 5.1). */
export const salesParts = ['taker', 'owner', 'territory', 'tier'] as const

export const SalesByMonthQuery = z.object({
  from: Month.optional().openapi({ description: 'The first month; eleven before the last if left out' }),
  to: Month.optional().openapi({ description: 'The last month; this one if left out' }),
  by: z
    .enum(salesParts)
    .optional()
    .openapi({ description: 'Told apart by this; one sum a month if left out' }),
  customer: Id.optional(),
  taker: Id.optional().openapi({ description: 'Orders that this person took' }),
  owner: Id.optional().openapi({
    description: 'Orders of customers that were this person’s on the day of the order',
  }),
  territory: Id.optional(),
  tier: Tier.optional(),
})
export type SalesByMonthQuery = z.output<typeof SalesByMonthQuery>

export const SalesByMonth = z
  .object({
    from: Month,
    to: Month,
    today: Day,
    currency: z
      .string()
      .openapi({ description: 'The company’s; sums are told in the currency of the orders' }),
    rows: z.array(
      z.object({
        month: Month,
        currency: z.string(),
        key: z.string().nullable().openapi({
          description: 'Of what the sums are told apart by: an id or a tier; null is nobody, the pool, none',
        }),
        soldMinor: minor.openapi({ description: 'Goods ordered, without cancelled orders' }),
        returnedMinor: minor.openapi({ description: 'Goods returned, as a positive amount' }),
        orders: count,
        returns: count,
      }),
    ),
    names: z
      .array(z.object({ key: z.string(), name: z.string(), colour: count.nullable() }))
      .openapi({ description: 'What the keys are called' }),
    first: Day.nullable().openapi({
      description: 'The first order ever, of those asked for; null: none is known',
    }),
    customers: count.openapi({ description: 'Customers that bought in these months' }),
  })
  .openapi('SalesByMonth')

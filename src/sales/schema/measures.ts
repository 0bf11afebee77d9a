import { z } from '@hono/zod-openapi'
import { Day, Id } from '../../platform/contract.ts'

const number = z.number().int()
const share = z.number().nullable().openapi({ description: 'Null: unknown, there is nothing to divide by' })

export const MeasuresQuery = z.object({
  from: Day.optional().openapi({ description: 'Four weeks before the last day if left out' }),
  to: Day.optional().openapi({ description: 'Today if left out' }),
  by: z.enum(['person', 'team', 'territory', 'tier']).default('person'),
  product: Id.optional().openapi({ description: 'Numeric distribution and buying of this product alone' }),
})
export const MeasuresPage = z
  .object({
    from: Day,
    to: Day,
    currency: z.string(),
    groups: z.array(
      z.object({
        key: z.string(),
        name: z.string().nullable(),
        counts: z.object({
          customers: number,
          visited: number,
          buying: number,
          visitedBuying: number,
          planned: number,
          kept: number,
          calls: number,
          productive: number,
          lines: number,
          worthMinor: number,
          counted: number,
          stockKnown: number,
          stockDays: number,
        }),
        measures: z.object({
          coverage: share,
          adherence: share,
          productiveCalls: share,
          strikeRate: share,
          linesPerCall: share,
          dropSizeMinor: share,
          numericDistribution: share,
          daysOfStock: share,
        }),
      }),
    ),
  })
  .openapi('VisitMeasures')

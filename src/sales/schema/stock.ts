import { z } from '@hono/zod-openapi'
import { Day, Id, text } from '../../platform/contract.ts'
import { Quantity } from './quantity.ts'

export const writeOffReasons = ['expired', 'broken', 'stolen', 'promotion', 'other'] as const

const Product = z.object({ id: Id, code: z.string(), name: z.string(), unit: z.string().nullable() })
const By = z.object({ id: Id, name: z.string() }).nullable()
export const StockCount = z
  .object({
    id: Id,
    day: Day,
    quantity: Quantity,
    facings: z.number().int().nullable(),
    by: By,
    withdrawn: z.boolean(),
  })
  .openapi('StockCount')
export const WriteOff = z
  .object({
    id: Id,
    day: Day,
    quantity: Quantity,
    reason: z.enum(writeOffReasons),
    note: z.string().nullable(),
    by: By,
    withdrawn: z.boolean(),
  })
  .openapi('WriteOff')
export const SellOut = z
  .object({
    from: Day,
    to: Day,
    days: z.number().int(),
    opening: z.number(),
    delivered: z.number(),
    returned: z.number(),
    writtenOff: z.number(),
    closing: z.number(),
    quantity: z.number().openapi({
      description: 'Below zero something was not recorded, or was counted wrongly',
    }),
  })
  .openapi('SellOut', { description: 'opening + delivered − returned − written off − closing (rule 5.5)' })

export const StockLine = z
  .object({
    product: Product,
    carried: z.boolean(),
    /** The last count that holds; null where it was never counted. */
    counted: StockCount.or(z.null()),
    /** Between the last two counts; null is unknown, never zero. */
    sellOut: SellOut.or(z.null()),
    daysOfStock: z.number().int().nullable(),
    /** Delivered less returned since the last count; 0 where it was never counted. */
    since: z.number(),
  })
  .openapi('StockLine')
export type StockLine = z.infer<typeof StockLine>
export const OutletStock = z
  .object({ today: Day, lines: z.array(StockLine), mayCount: z.boolean() })
  .openapi('OutletStock')
export type OutletStock = z.infer<typeof OutletStock>

export const StockHistory = z
  .object({
    product: Product,
    counts: z.array(StockCount),
    writeOffs: z.array(WriteOff),
    sellOuts: z.array(SellOut),
    mayCount: z.boolean(),
  })
  .openapi('StockHistory')
export type StockHistory = z.infer<typeof StockHistory>

export const NewCounts = z
  .object({
    day: Day.optional().openapi({ description: 'Today if left out' }),
    visitId: Id.optional(),
    counts: z
      .array(
        z.object({
          id: Id.optional().openapi({ description: 'An id of the device’s own: sent twice it counts once' }),
          productId: Id,
          quantity: Quantity,
          facings: z.number().int().min(0).max(100_000).nullable().optional(),
        }),
      )
      .min(1, 'must hold a count')
      .max(1000, 'must hold at most 1,000 counts'),
  })
  .openapi('NewCounts')
export type NewCounts = z.infer<typeof NewCounts>
export const Recorded = z.object({ ids: z.array(Id) }).openapi('RecordedStock')

export const NewWriteOff = z
  .object({
    id: Id.optional().openapi({ description: 'An id of the device’s own: sent twice it counts once' }),
    productId: Id,
    day: Day.optional().openapi({ description: 'Today if left out' }),
    quantity: Quantity.refine((quantity) => quantity > 0, 'must be above 0'),
    reason: z.enum(writeOffReasons),
    note: text(500).optional(),
    visitId: Id.optional(),
  })
  .openapi('NewWriteOff')
export type NewWriteOff = z.infer<typeof NewWriteOff>

export const Withdraw = z
  .object({ withdrawn: z.boolean().openapi({ description: 'false takes the withdrawal back' }) })
  .openapi('Withdraw')

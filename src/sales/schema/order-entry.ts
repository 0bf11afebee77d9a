import { z } from '@hono/zod-openapi'
import { CountryCode, CurrencyCode, Day, Id, text } from '../../platform/contract.ts'
import { discountParts, millionths } from '../line-total.ts'

/** Minor units of one amount: at most a billion of the main unit's hundredths, so that sums stay exact. */
export const MinorAmount = z
  .number()
  .int('must be whole minor units (cents)')
  .min(0, 'must not be negative')
  .max(1e12, 'is too large')
/** More than nothing, with at most six decimals, as text: 1.5. */
export const Quantity = z
  .string()
  .max(20)
  .refine((given) => {
    const parts = millionths(given)
    return parts !== null && parts > 0n && parts <= 10n ** 15n
  }, 'must be a decimal above 0, at most 1000000000, with at most six decimals')
export const Discount = z
  .string()
  .max(12)
  .refine((given) => discountParts(given) !== null, 'must be a decimal from 0 to 1, such as 0.05')

export const OrderLineEntry = z
  .object({
    id: Id.optional().openapi({ description: 'Of a line that the order has; others are new' }),
    productId: Id,
    quantity: Quantity,
    unitPriceMinor: MinorAmount,
    discount: Discount.optional(),
  })
  .openapi('OrderLineEntry')
export type OrderLineEntry = z.output<typeof OrderLineEntry>

const head = {
  personId: Id.nullable().optional().openapi({ description: 'Who took it; whoever enters it if left out' }),
  orderedOn: Day,
  requiredOn: Day.nullable().optional(),
  freightMinor: MinorAmount.optional(),
  taxMinor: MinorAmount.optional(),
  note: text(2000).optional(),
  shipName: text(200).optional(),
  shipCity: text(120).optional(),
  shipCountry: CountryCode.nullable().optional(),
  visitId: Id.nullable().optional(),
  priceListId: Id.nullable().optional(),
  lines: z.array(OrderLineEntry).min(1, 'must have a line').max(500, 'must have at most 500 lines'),
}
export const NewOrder = z
  .object({
    id: Id.openapi({ description: 'Made by the asker: the same order sent twice is entered once' }),
    customerId: Id,
    code: text(60, 1).optional().openapi({ description: 'Made of the id if left out' }),
    currency: CurrencyCode.optional().openapi({ description: 'The company’s if left out' }),
    deliveredOn: Day.nullable()
      .optional()
      .openapi({ description: 'When the goods were handed over at once' }),
    ...head,
  })
  .openapi('NewOrder')
export type NewOrder = z.output<typeof NewOrder>
export const ChangeOrder = z
  .object({ version: z.number().int(), ...head })
  .openapi('ChangeOrder', { description: 'The order as it is to be, whole' })
export type ChangeOrder = z.output<typeof ChangeOrder>

const version = z.number().int().openapi({ description: 'The version that was looked at' })
export const DeliverOrder = z
  .object({
    version,
    on: Day.nullable().openapi({ description: 'Null takes a delivery back that was none' }),
  })
  .openapi('DeliverOrder')
export const CancelOrder = z.object({ version, reason: text(500, 1) }).openapi('CancelOrder')
export const ReturnOrder = z
  .object({
    id: Id.openapi({ description: 'Of the return, made by the asker' }),
    on: Day,
    reason: text(500, 1),
    note: text(2000).optional(),
    visitId: Id.nullable().optional(),
    lines: z
      .array(z.object({ lineId: Id, quantity: Quantity }))
      .min(1)
      .max(500)
      .optional()
      .openapi({ description: 'Everything that is left if left out' }),
  })
  .openapi('ReturnOrder')
export type ReturnOrder = z.output<typeof ReturnOrder>
export const OrderSaved = z
  .object({ id: Id, code: z.string(), version: z.number().int() })
  .openapi('OrderSaved')
export type DeliverOrder = z.output<typeof DeliverOrder>
export type CancelOrder = z.output<typeof CancelOrder>

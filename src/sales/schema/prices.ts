import { z } from '@hono/zod-openapi'
import { CurrencyCode, Day, Id, text } from '../../platform/contract.ts'
import { tiers } from '../../customers/schema/values.ts'
import { Quantity } from './quantity.ts'

const fields = {
  code: text(60, 1),
  name: text(200, 1),
  currency: CurrencyCode,
  fromDay: Day.nullable(),
  toDay: Day.nullable(),
  channels: z
    .array(text(120, 1))
    .max(50)
    .openapi({ description: 'Kinds of outlets that it is for; empty: every kind' }),
  tiers: z
    .array(z.enum(tiers, 'must be A, B or C'))
    .max(3)
    .openapi({ description: 'Tiers that it is for; empty: all' }),
  byAgreement: z.boolean().openapi({
    description: 'Only for customers that it was agreed with; then it names no channel and no tier',
  }),
  rank: z
    .number()
    .int()
    .min(0)
    .max(9999)
    .openapi({ description: 'Of several that fit the lower goes first' }),
}
export const PriceList = z
  .object({
    id: Id,
    ...fields,
    products: z.number().int().openapi({ description: 'Products that have a price on it today' }),
    customers: z.number().int().openapi({ description: 'Customers I see that buy by it by agreement today' }),
    version: z.number().int(),
  })
  .openapi('PriceList')
export type PriceList = z.infer<typeof PriceList>
export const PriceLists = z.object({ lists: z.array(PriceList) }).openapi('PriceLists')

export const NewPriceList = z
  .object({
    code: fields.code,
    name: fields.name,
    currency: fields.currency,
    fromDay: fields.fromDay.optional(),
    toDay: fields.toDay.optional(),
    channels: fields.channels.optional(),
    tiers: fields.tiers.optional(),
    byAgreement: fields.byAgreement.optional(),
    rank: fields.rank.optional(),
  })
  .openapi('NewPriceList')
export type NewPriceList = z.infer<typeof NewPriceList>
export const ChangePriceList = NewPriceList.partial()
  .extend({ version: z.number().int().openapi({ description: 'The version you saw' }) })
  .openapi('ChangePriceList')
export type ChangePriceList = z.infer<typeof ChangePriceList>

const Minor = z.number().int('must be whole minor units (cents)').min(0, 'must not be negative').max(1e15)

export const PricedProduct = z
  .object({
    productId: Id,
    code: z.string(),
    name: z.string(),
    unit: z.string().nullable(),
    discontinued: z.boolean(),
    own: z.object({ minor: Minor, currency: CurrencyCode }).nullable(),
    prices: z.array(
      z.object({
        leastQuantity: Quantity,
        fromDay: Day,
        minor: Minor.nullable().openapi({ description: 'Null: taken off the list from that day' }),
        ahead: z.boolean().openapi({ description: 'It begins after the day asked for' }),
      }),
    ),
  })
  .openapi('PricedProduct')
export type PricedProduct = z.infer<typeof PricedProduct>
export const PricesQuery = z.object({
  day: Day.optional().openapi({ description: 'Prices as they hold on that day; today if left out' }),
  q: text(200).optional(),
  which: z.enum(['listed', 'all']).optional().openapi({ description: 'all if left out' }),
  page: z.coerce.number().int().min(1).max(100_000).optional().openapi({ type: 'integer' }),
  size: z.coerce.number().int().min(1).max(200).optional().openapi({ type: 'integer' }),
})
export type PricesQuery = z.output<typeof PricesQuery>
export const PricePage = z
  .object({
    list: PriceList,
    day: Day,
    rows: z.array(PricedProduct),
    total: z.number().int(),
    page: z.number().int(),
    size: z.number().int(),
  })
  .openapi('PricePage')

export const SetPrices = z
  .object({
    from: Day.openapi({ description: 'The day from which they hold' }),
    prices: z
      .array(
        z.object({
          productId: Id,
          leastQuantity: Quantity.optional().openapi({ description: '0 if left out' }),
          minor: Minor.nullable().optional().openapi({
            description:
              'Null takes it off the list from that day; left out, what was written for that day is withdrawn',
          }),
        }),
      )
      .min(1, 'must name a price')
      .max(2000, 'must name at most 2,000 prices'),
  })
  .openapi('SetPrices')
export type SetPrices = z.infer<typeof SetPrices>
export const PricesSet = z
  .object({
    written: z.number().int(),
    /** The same request that takes it back. */
    undo: SetPrices,
  })
  .openapi('PricesSet')

export const CustomerPricesQuery = z.object({
  products: z.string().max(8000).optional().openapi({
    description: 'Ids of at most 200 products with commas between; those the outlet carries if left out',
  }),
  day: Day.optional().openapi({ description: 'Today if left out' }),
  currency: CurrencyCode.optional().openapi({
    description: 'That of the agreed list, else of the company, if left out',
  }),
})
export type CustomerPricesQuery = z.output<typeof CustomerPricesQuery>
const NamedList = z.object({ id: Id, code: z.string(), name: z.string() })
export const Offer = z
  .object({
    because: z.enum(['agreed', 'general', 'product']),
    list: NamedList.nullable(),
    leastQuantity: Quantity,
    fromDay: Day.nullable(),
    minor: Minor,
    currency: CurrencyCode,
  })
  .openapi('Offer')
export const CustomerPrices = z
  .object({
    day: Day,
    currency: CurrencyCode,
    products: z.array(
      z.object({
        productId: Id,
        code: z.string(),
        name: z.string(),
        unit: z.string().nullable(),
        offers: z.array(Offer).openapi({
          description: 'In the order in which they are asked: the first whose quantity is reached holds',
        }),
      }),
    ),
  })
  .openapi('CustomerPrices')

const Agreed = z.object({
  id: Id,
  list: NamedList.extend({
    currency: CurrencyCode,
    fromDay: Day.nullable(),
    toDay: Day.nullable(),
  }).nullable(),
  fromDay: Day,
  reason: z.string().nullable(),
  by: z.object({ id: Id, name: z.string() }).nullable(),
  at: z.string(),
})
export const CustomerPriceList = z
  .object({
    /** What holds today; null where nothing was ever agreed. */
    holds: Agreed.nullable(),
    /** The general list asked first, where none of its own has a price. */
    general: NamedList.nullable(),
    history: z.array(Agreed).openapi({ description: 'All agreements, the newest first, also those to come' }),
    mayAgree: z.boolean(),
  })
  .openapi('CustomerPriceList')
export const AgreePriceList = z
  .object({
    listId: Id.nullable().openapi({ description: 'Null goes back to the general lists' }),
    from: Day,
    reason: text(500, 1),
  })
  .openapi('AgreePriceList')
export type AgreePriceList = z.infer<typeof AgreePriceList>

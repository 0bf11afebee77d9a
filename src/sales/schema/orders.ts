import { z } from '@hono/zod-openapi'
import { PersonInBrief } from '../../customers/schema/list.ts'
import { Day, Id } from '../../platform/contract.ts'
import { orderActionNames, orderKinds, orderStages } from '../order.ts'

export const OrderStage = z.enum(orderStages).openapi('OrderStage', {
  description: 'How far it has come, from its dated facts: delivery, invoices and what of them is settled',
})
export const OrderKind = z.enum(orderKinds).openapi('OrderKind')
const minor = z.number().int()
/** An exact decimal, such as 1.5 or -3. */
const decimal = z.string()

export const CustomerOfOrder = z
  .object({ id: Id, code: z.string(), name: z.string() })
  .openapi('CustomerOfOrder')
export const OrderInBrief = z
  .object({
    id: Id,
    code: z.string(),
    kind: OrderKind,
    stage: OrderStage,
    orderedOn: Day,
    deliveredOn: Day.nullable(),
    cancelledOn: Day.nullable(),
    currency: z.string(),
    goodsMinor: minor.openapi({ description: 'The sum of its lines, negative for a return (rule 5.2)' }),
  })
  .openapi('OrderInBrief')
export const OrderRow = OrderInBrief.extend({
  customer: CustomerOfOrder,
  person: PersonInBrief.nullable().openapi({
    description: 'Who took it; who owns the customer is another fact',
  }),
  requiredOn: Day.nullable(),
  taxMinor: minor,
  freightMinor: minor,
  totalMinor: minor.openapi({ description: 'Goods, tax and freight' }),
  lineCount: z.number().int(),
  source: z
    .string()
    .openapi({ description: 'The system that told of it; empty when entered here or by file' }),
  version: z.number().int(),
}).openapi('OrderRow')

const whole = (least: number, most: number) => z.coerce.number().int().min(least).max(most)
export const OrderListQuery = z.object({
  customerId: Id.optional(),
  personId: Id.optional().openapi({ description: 'Who took it' }),
  visitId: Id.optional(),
  from: Day.optional(),
  to: Day.optional(),
  stage: z
    .union([OrderStage, z.array(OrderStage)])
    .transform((given) => [given].flat())
    .optional()
    .openapi({ type: 'array', items: { type: 'string', enum: [...orderStages] } }),
  kind: OrderKind.optional(),
  q: z.string().trim().max(100).optional().openapi({ description: 'The start of its number, or a customer' }),
  after: z.string().max(80).optional().openapi({ description: '`next` of the page before' }),
  size: whole(1, 200).optional().openapi({ type: 'integer' }),
})
export type OrderListQuery = z.output<typeof OrderListQuery>

export const OrderTotals = z
  .object({
    currency: z.string(),
    orders: z.number().int(),
    returns: z.number().int(),
    goodsMinor: minor,
    totalMinor: minor,
  })
  .openapi('OrderTotals', {
    description: 'Of everything the filter finds but what was cancelled, one for each currency',
  })
export const OrderPage = z
  .object({
    rows: z.array(OrderRow),
    next: z.string().nullable(),
    totals: z.array(OrderTotals).nullable().openapi({ description: 'With the first page only' }),
  })
  .openapi('OrderPage')

export const OrderLine = z
  .object({
    id: Id,
    line: z.number().int(),
    product: z.object({ id: Id, code: z.string(), name: z.string(), unit: z.string().nullable() }),
    quantity: decimal,
    unitPriceMinor: minor,
    discount: decimal.openapi({ description: 'Of the whole: 0.05 is five hundredths' }),
    totalMinor: minor,
    returned: decimal.openapi({ description: 'What came back of it so far' }),
    ofLineId: Id.nullable().openapi({ description: 'Of a return: the line it takes back' }),
  })
  .openapi('OrderLine')
export const ReceivableOfOrder = z
  .object({
    id: Id,
    code: z.string(),
    kind: z.enum(['invoice', 'credit-note', 'opening']),
    issuedOn: Day,
    dueOn: Day,
    amountMinor: minor,
    settledMinor: minor,
    currency: z.string(),
    cancelledOn: Day.nullable(),
  })
  .openapi('ReceivableOfOrder')
export const Order = OrderRow.extend({
  lines: z.array(OrderLine),
  shippedOn: Day.nullable(),
  note: z.string().nullable(),
  reason: z.string().nullable().openapi({ description: 'Of a return: why the goods came back' }),
  cancelReason: z.string().nullable(),
  shipName: z.string().nullable(),
  shipCity: z.string().nullable(),
  shipCountry: z.string().nullable(),
  visitId: Id.nullable(),
  priceListId: Id.nullable(),
  of: z
    .object({ id: Id.nullable(), code: z.string() })
    .nullable()
    .openapi({ description: 'Of a return: the order' }),
  returns: z.array(OrderInBrief),
  receivables: z.array(ReceivableOfOrder),
  recordedBy: PersonInBrief.nullable(),
  may: z
    .array(z.enum(orderActionNames))
    .openapi({ description: 'What the asker may do with it as it stands' }),
}).openapi('Order')
export type Order = z.infer<typeof Order>

const change = z.object({ field: z.string(), from: z.unknown(), to: z.unknown() })
export const OrderVersion = z
  .object({
    version: z.number().int().openapi({ description: 'The version that came to be' }),
    at: z.string(),
    by: PersonInBrief.nullable(),
    source: z.string(),
    changes: z.array(change),
    lines: z.array(
      z.object({
        line: z.number().int(),
        product: z.string().nullable(),
        what: z.enum(['added', 'removed', 'changed']),
        changes: z.array(change),
      }),
    ),
  })
  .openapi('OrderVersion')
export type OrderVersion = z.infer<typeof OrderVersion>
export const OrderVersions = z.object({ versions: z.array(OrderVersion) }).openapi('OrderVersions')

export const MonthsQuery = z.object({ months: whole(1, 120).optional().openapi({ type: 'integer' }) })
export const OrderMonths = z
  .object({
    from: Day,
    to: Day,
    months: z.array(
      z.object({
        month: z.string().openapi({ description: 'Such as 2026-05; months without orders are left out' }),
        currency: z.string(),
        orders: z.number().int(),
        returns: z.number().int(),
        goodsMinor: minor,
      }),
    ),
  })
  .openapi('OrderMonths')
export type OrderRow = z.infer<typeof OrderRow>
export type OrderTotals = z.infer<typeof OrderTotals>
export type OrderMonths = z.infer<typeof OrderMonths>

import { z } from '@hono/zod-openapi'
import { CurrencyCode, Day, Id, text } from '../../platform/contract.ts'
import { buckets } from '../ageing.ts'
import { Buckets, Code, DebtorShort, Minor, Note, PaidMinor, Reason } from './money-values.ts'

const whole = (most: number) => z.coerce.number().int().min(1).max(most).openapi({ type: 'integer' })
export const AgeingQuery = z.object({
  q: text(100).optional().openapi({ description: 'Part of a customer’s name or code' }),
  person: Id.optional().openapi({ description: 'Customers of this owner' }),
  team: Id.optional(),
  territory: Id.optional(),
  currency: CurrencyCode.optional(),
  bucket: z
    .enum([...buckets, 'overdue'])
    .optional()
    .openapi({ description: 'Customers with something open in it' }),
  overLimit: z.enum(['yes']).optional(),
  page: whole(100_000).optional(),
  size: whole(200).optional(),
})
export const AgeingRow = Buckets.extend({
  customer: DebtorShort,
  currency: z.string(),
  oldestDueOn: Day.nullable(),
  limit: z.object({ minor: Minor, currency: z.string() }).nullable(),
  overLimit: z.boolean().nullable().openapi({ description: 'Null: no limit, or unknown for want of a rate' }),
}).openapi('AgeingRow')
export const AgeingTotal = Buckets.extend({ currency: z.string(), customers: z.number().int() }).openapi(
  'AgeingTotal',
)
export const AgeingPage = z
  .object({
    today: Day,
    rows: z.array(AgeingRow),
    total: z.number().int(),
    totals: z.array(AgeingTotal).openapi({ description: 'Of everything found, one a currency' }),
    inCompany: z
      .object({
        currency: z.string(),
        sum: z.object(Buckets.shape).nullable().openapi({ description: 'Null while a rate is missing' }),
        rates: z.array(z.object({ currency: z.string(), day: Day, rate: z.string() })),
        without: z.array(z.string()).openapi({ description: 'Currencies that have no rate' }),
      })
      .openapi({ description: 'In the company’s currency, each item rounded half up once (rule 5.2)' }),
    page: z.number().int(),
    size: z.number().int(),
  })
  .openapi('AgeingPage')
export type AgeingPage = z.output<typeof AgeingPage>

export const receivableKinds = ['invoice', 'credit-note', 'opening'] as const
export const NewReceivable = z
  .object({
    id: Id.optional().openapi({ description: 'Made by the asker: sent twice it is recorded once' }),
    customerId: Id,
    code: Code,
    kind: z.enum(receivableKinds),
    issuedOn: Day.optional().openapi({ description: 'Today if left out' }),
    dueOn: Day.optional().openapi({ description: 'By the customer’s payment days if left out' }),
    amountMinor: PaidMinor.openapi({ description: 'Of a credit note too without a sign' }),
    currency: CurrencyCode.optional().openapi({ description: 'The company’s if left out' }),
    note: Note.optional(),
  })
  .strict()
  .openapi('NewReceivable')
export type NewReceivable = z.output<typeof NewReceivable>
export const InvoiceOrder = z
  .object({
    code: Code.optional().openapi({ description: 'The order’s number if left out' }),
    issuedOn: Day.optional(),
    dueOn: Day.optional(),
  })
  .strict()
  .openapi('InvoiceOrder')
export type InvoiceOrder = z.output<typeof InvoiceOrder>
export const CancelReceivable = z.object({ reason: Reason }).strict().openapi('CancelReceivable')
export const DisputeReceivable = z
  .object({
    disputed: z.boolean().openapi({ description: 'False: settled, or withdrawn' }),
    note: Note.optional(),
  })
  .strict()
  .openapi('DisputeReceivable')
export const ReceivableSaved = z
  .object({ id: Id, code: z.string(), amountMinor: Minor, currency: z.string(), dueOn: Day })
  .openapi('ReceivableSaved')
export type ReceivableSaved = z.output<typeof ReceivableSaved>

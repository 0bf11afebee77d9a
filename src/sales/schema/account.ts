import { z } from '@hono/zod-openapi'
import { Day, Id } from '../../platform/contract.ts'
import { receivableKinds } from './receivables.ts'
import { Payment } from './payments.ts'
import { Buckets, DebtorShort, Minor } from './money-values.ts'

export const Receivable = z
  .object({
    id: Id,
    code: z.string(),
    kind: z.enum(receivableKinds),
    orderId: Id.nullable(),
    orderCode: z.string().nullable(),
    issuedOn: Day,
    dueOn: Day,
    amountMinor: Minor,
    settledMinor: Minor,
    currency: z.string(),
    note: z.string().nullable(),
    cancelledOn: Day.nullable(),
    cancelReason: z.string().nullable(),
    disputedOn: Day.nullable(),
    disputeNote: z.string().nullable(),
  })
  .openapi('Receivable')
export type Receivable = z.output<typeof Receivable>

export const AccountQuery = z.object({
  all: z.enum(['yes']).optional().openapi({ description: 'Settled and cancelled ones too' }),
})
export const CustomerAccount = z
  .object({
    customer: DebtorShort.extend({ status: z.string() }),
    today: Day,
    balances: z.array(Buckets.extend({ currency: z.string() })),
    limit: z.object({ minor: Minor, currency: z.string() }).nullable(),
    paymentDays: z.number().int().nullable(),
    beyondMinor: Minor.nullable().openapi({
      description: 'Owed beyond the limit, in its currency; 0 or less is within. Null: no limit, or unknown',
    }),
    without: z.array(z.string()).openapi({ description: 'Currencies without a rate, so that it is unknown' }),
    items: z.array(Receivable),
    payments: z.array(Payment),
    more: z.boolean().openapi({ description: 'There are more than the 200 shown of each' }),
    may: z.object({ record: z.boolean(), collect: z.boolean() }),
  })
  .openapi('CustomerAccount')
export type CustomerAccount = z.output<typeof CustomerAccount>

export const StatementQuery = z.object({ from: Day.optional(), to: Day.optional() })
export const StatementLine = z.object({
  day: Day,
  kind: z.enum([...receivableKinds, 'payment']),
  code: z.string().nullable(),
  dueOn: Day.nullable(),
  amountMinor: Minor.openapi({
    description: 'What it adds to the debt; payments and credit notes are negative',
  }),
  balanceMinor: Minor,
})
export const AccountStatement = z
  .object({
    customer: DebtorShort,
    company: z.string(),
    from: Day,
    to: Day,
    currencies: z.array(
      z.object({
        currency: z.string(),
        beforeMinor: Minor,
        afterMinor: Minor,
        overdueMinor: Minor,
        lines: z.array(StatementLine),
      }),
    ),
  })
  .openapi('AccountStatement')
export type AccountStatement = z.output<typeof AccountStatement>

export const DebtorQuery = z.object({ q: z.string().max(100).optional() })
export const Debtors = z
  .object({
    rows: z.array(
      DebtorShort.extend({ currency: z.string().nullable(), paymentDays: z.number().int().nullable() }),
    ),
  })
  .openapi('Debtors')

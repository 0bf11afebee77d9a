import { z } from '@hono/zod-openapi'
import { CurrencyCode, Day, Id } from '../../platform/contract.ts'
import { Code, DebtorShort, Method, Minor, Note, PaidMinor, PersonShort, Reason } from './money-values.ts'

export const Shares = z
  .array(z.object({ receivableId: Id, amountMinor: PaidMinor.optional() }).strict())
  .min(1)
  .max(200)
/** What money settles: the oldest due first, nothing yet, or invoices by name. */
export const Settles = z.union([z.enum(['oldest', 'nothing']), Shares])
export type Settles = z.output<typeof Settles>

export const NewPayment = z
  .object({
    id: Id.optional().openapi({ description: 'Made by the asker: sent twice it is recorded once' }),
    customerId: Id,
    code: Code.optional(),
    paidOn: Day.optional().openapi({ description: 'Today if left out' }),
    amountMinor: PaidMinor,
    currency: CurrencyCode.optional().openapi({ description: 'The company’s if left out' }),
    method: Method,
    collected: z.boolean().optional().openapi({
      description: 'Whether somebody of ours took it in person; always so for whoever only collects',
    }),
    collectedBy: Id.optional().openapi({ description: 'Whoever records it if left out' }),
    visitId: Id.optional(),
    note: Note.optional(),
    settles: Settles.optional().openapi({ description: 'The oldest due first if left out' }),
  })
  .strict()
  .openapi('NewPayment')
export type NewPayment = z.output<typeof NewPayment>

export const Settled = z.object({
  id: Id,
  code: z.string(),
  dueOn: Day,
  amountMinor: Minor,
  openMinor: Minor,
})
/** A payment as its receipt says it. */
export const Payment = z
  .object({
    id: Id,
    code: z.string().nullable(),
    customer: DebtorShort,
    paidOn: Day,
    amountMinor: Minor,
    currency: z.string(),
    method: z.string(),
    collectedBy: PersonShort.nullable(),
    handInId: Id.nullable(),
    usedMinor: Minor,
    note: z.string().nullable(),
    voidedOn: Day.nullable(),
    voidReason: z.string().nullable(),
    settles: z.array(Settled),
    version: z.number().int(),
  })
  .openapi('Payment')
export type Payment = z.output<typeof Payment>

/** Money that settles: of a payment, or of a credit note. */
const from = { paymentId: Id.optional(), creditId: Id.optional() }
const oneOf = (of: { paymentId?: string | undefined; creditId?: string | undefined }) =>
  (of.paymentId === undefined) !== (of.creditId === undefined)
const oneOfRule = 'name the payment or the credit note, one of them'
export const Allocate = z
  .object({ ...from, settles: z.union([z.enum(['oldest']), Shares]) })
  .strict()
  .refine(oneOf, oneOfRule)
  .openapi('Allocate')
export type Allocate = z.output<typeof Allocate>
export const TakeBack = z
  .object({
    ...from,
    receivableId: Id,
    amountMinor: PaidMinor.optional().openapi({ description: 'All of it if left out' }),
  })
  .strict()
  .refine(oneOf, oneOfRule)
  .openapi('TakeBack')
export type TakeBack = z.output<typeof TakeBack>
export const Allocated = z
  .object({ shares: z.array(z.object({ receivableId: Id, amountMinor: Minor })), leftMinor: Minor })
  .openapi('Allocated')
export type Allocated = z.output<typeof Allocated>
export const VoidPayment = z.object({ reason: Reason }).strict().openapi('VoidPayment')

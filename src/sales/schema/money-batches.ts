import { z } from '@hono/zod-openapi'
import { CurrencyCode, Day } from '../../platform/contract.ts'
import { methods } from '../payment-methods.ts'
import { Code, Note, PaidMinor } from './money-values.ts'
import { receivableKinds } from './receivables.ts'

const changedAt = z.iso
  .datetime({ offset: true, error: 'must be a moment such as 2026-05-03T10:00:00Z' })
  .openapi({
    description: 'When it was last changed there: of two words the later holds, whichever comes first',
  })
const number = Code.openapi({ description: 'The number that the other system gave it' })

/** An invoice or credit note as another system tells of it, whole. */
export const ToldReceivable = z
  .object({
    number,
    changedAt,
    kind: z.enum(receivableKinds).optional().openapi({ description: 'invoice if left out' }),
    customer: Code.openapi({ description: 'The customer’s code' }),
    order: Code.nullable().optional().openapi({ description: 'The order’s number; it may come later' }),
    issuedOn: Day,
    dueOn: Day.optional().openapi({ description: 'By the customer’s payment days if left out' }),
    amountMinor: PaidMinor.openapi({ description: 'Of a credit note too without a sign' }),
    currency: CurrencyCode.optional(),
    cancelledOn: Day.nullable().optional(),
    note: Note.nullable().optional(),
  })
  .openapi('ToldReceivable')
export type ToldReceivable = z.output<typeof ToldReceivable>

/** A payment as another system tells of it, whole. */
export const ToldPayment = z
  .object({
    number,
    changedAt,
    customer: Code,
    paidOn: Day,
    amountMinor: PaidMinor,
    currency: CurrencyCode.optional(),
    method: z.enum(methods).optional().openapi({ description: 'transfer if left out' }),
    voidedOn: Day.nullable().optional(),
    settles: z
      .union([
        z.enum(['oldest', 'nothing']),
        z.array(z.object({ invoice: Code, amountMinor: PaidMinor.optional() })).max(200),
      ])
      .optional()
      .openapi({
        description: 'The oldest due first if left out; invoices that aren’t here yet are waited for',
      }),
    note: Note.nullable().optional(),
  })
  .openapi('ToldPayment')
export type ToldPayment = z.output<typeof ToldPayment>

export const mostTold = 5000
const source = z
  .string()
  .regex(/^[a-z0-9][a-z0-9._-]{0,59}$/u, 'must be a short name of the system: a-z, 0-9, . _ -')
  .openapi({ example: 'erp' })
const listOf = (name: string) =>
  z
    .array(z.unknown())
    .min(1)
    .max(mostTold, `must have at most ${mostTold}`)
    .openapi({ type: 'array', items: { $ref: `#/components/schemas/${name}` } })
export const ReceivableBatch = z
  .object({ source, receivables: listOf('ToldReceivable') })
  .openapi('ReceivableBatch')
export const PaymentBatch = z.object({ source, payments: listOf('ToldPayment') }).openapi('PaymentBatch')

export const tellOutcomes = ['created', 'updated', 'unchanged', 'stale', 'rejected'] as const
export const ToldAnswers = z
  .object({
    counts: z.record(z.enum(tellOutcomes), z.number().int()),
    answers: z
      .array(
        z.object({
          number: z.string().nullable(),
          outcome: z.enum(tellOutcomes),
          id: z.string().nullable(),
          problems: z.array(z.object({ field: z.string(), rule: z.string() })).optional(),
        }),
      )
      .openapi({ description: 'One for each, in their order' }),
  })
  .openapi('ToldAnswers')
export type ToldAnswers = z.output<typeof ToldAnswers>

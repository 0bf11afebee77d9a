import { z } from '@hono/zod-openapi'
import { CurrencyCode, Day, Id } from '../../platform/contract.ts'
import { DebtorShort, Minor, Note, PersonShort } from './money-values.ts'

export const CashInHand = z
  .object({
    rows: z.array(
      z.object({
        person: PersonShort,
        currency: z.string(),
        amountMinor: Minor,
        payments: z.number().int(),
        since: Day,
        mayReceive: z.boolean(),
      }),
    ),
    today: Day,
  })
  .openapi('CashInHand')
export type CashInHand = z.output<typeof CashInHand>
export const CashItems = z
  .object({
    person: PersonShort,
    rows: z.array(
      z.object({
        id: Id,
        code: z.string().nullable(),
        customer: DebtorShort,
        paidOn: Day,
        amountMinor: Minor,
        currency: z.string(),
        method: z.string(),
      }),
    ),
  })
  .openapi('CashItems')
export type CashItems = z.output<typeof CashItems>

export const NewHandIn = z
  .object({
    id: Id.optional().openapi({ description: 'Made by the asker: sent twice it is recorded once' }),
    personId: Id,
    currency: CurrencyCode,
    paymentIds: z
      .array(Id)
      .min(1)
      .max(2000)
      .optional()
      .openapi({ description: 'All that the person has in this currency if left out' }),
    countedMinor: z.number().int().min(0, 'must not be negative').max(1e12, 'is too large'),
    fromWages: z
      .boolean()
      .optional()
      .openapi({ description: 'Asked for only to be refused: a difference is nobody’s wage (rule 5.4)' }),
    note: Note.optional(),
  })
  .strict()
  .openapi('NewHandIn')
export type NewHandIn = z.output<typeof NewHandIn>
export const HandIn = z
  .object({
    id: Id,
    person: PersonShort,
    receivedBy: PersonShort,
    handedOn: Day,
    currency: z.string(),
    expectedMinor: Minor,
    countedMinor: Minor,
    differenceMinor: Minor.openapi({ description: 'Negative: money is missing' }),
    payments: z.number().int(),
    note: z.string().nullable(),
  })
  .openapi('HandIn')
export type HandIn = z.output<typeof HandIn>
export const HandInQuery = z.object({
  person: Id.optional(),
  different: z.enum(['yes']).optional().openapi({ description: 'Only those with a difference' }),
  page: z.coerce.number().int().min(1).max(100_000).optional().openapi({ type: 'integer' }),
})
export const HandIns = z.object({ rows: z.array(HandIn), total: z.number().int() }).openapi('HandIns')

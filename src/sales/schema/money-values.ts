import { z } from '@hono/zod-openapi'
import { Id, text } from '../../platform/contract.ts'
import { methods } from '../payment-methods.ts'

/** Whole minor units of one amount, more than 0; at most what sums of thousands stay exact with. */
export const PaidMinor = z
  .number()
  .int('must be whole minor units (cents)')
  .min(1, 'must be more than 0')
  .max(1e12, 'is too large')
/** Whole minor units with their sign. */
export const Minor = z.number().int()
export const Note = text(500)
export const Reason = text(500, 1)
export const Code = text(60, 1)

/** Wages are named only to be refused, with the article (rule 5.4). */
export const Method = z.enum([...methods, 'wages'])

export const PersonShort = z.object({ id: Id, name: z.string(), colour: z.number().int() })
export const DebtorShort = z
  .object({
    id: Id,
    code: z.string().nullable(),
    name: z.string().nullable().openapi({ description: 'Null: a customer that isn’t open to the asker' }),
  })
  .openapi('DebtorShort')
export const Buckets = z
  .object({
    notDue: Minor,
    upTo30: Minor,
    upTo60: Minor,
    upTo90: Minor,
    over90: Minor,
    open: Minor.openapi({ description: 'The sum of the buckets: all open items' }),
    unused: Minor.openapi({ description: 'Money that came in and settles nothing yet' }),
  })
  .openapi('Buckets')
export type Buckets = z.output<typeof Buckets>

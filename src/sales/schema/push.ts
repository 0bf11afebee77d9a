import { z } from '@hono/zod-openapi'
import { CountryCode, CurrencyCode, Day, Id, text } from '../../platform/contract.ts'
import { orderKinds } from '../order.ts'
import { discountParts, millionths } from '../line-total.ts'

const code = text(60, 1)
const amount = z
  .number()
  .int('must be whole minor units (cents)')
  .min(0, 'must not be negative')
  .max(1e12, 'is too large')
/** A decimal as a number or as text, as programs write it; text from here on. */
const decimal = (rule: string, fits: (text: string) => boolean) =>
  z
    .union([z.number(), z.string().max(24)], rule)
    .transform(String)
    .refine(fits, rule)

export const PushedLine = z
  .object({
    line: z
      .number()
      .int()
      .min(1)
      .max(1_000_000)
      .optional()
      .openapi({ description: 'Its number in the order; its place if left out' }),
    product: code.openapi({ description: 'The product’s code' }),
    quantity: decimal(
      'must be a decimal other than 0, at most 1000000000, with at most six decimals',
      (given) => {
        const parts = millionths(given)
        return parts !== null && parts !== 0n && parts <= 10n ** 15n && parts >= -(10n ** 15n)
      },
    ).openapi({ description: 'Negative in a return' }),
    unitPriceMinor: amount,
    discount: decimal(
      'must be a decimal from 0 to 1, such as 0.05',
      (given) => discountParts(given) !== null,
    ).optional(),
    ofLine: z.number().int().optional().openapi({
      description: 'Of a return: the line it takes back; the one with the same product if left out',
    }),
  })
  .openapi('PushedLine')

/** An order as another system tells of it, whole. What is left out is empty, but for a delivery that is known here. */
export const PushedOrder = z
  .object({
    number: code.openapi({ description: 'The number that the other system gave it' }),
    changedAt: z.iso
      .datetime({ offset: true, error: 'must be a moment such as 2026-05-03T10:00:00Z' })
      .openapi({
        description: 'When it was last changed there: of two words the later holds, whichever comes first',
      }),
    kind: z.enum(orderKinds).optional().openapi({ description: 'sale if left out' }),
    customer: code.openapi({ description: 'The customer’s code' }),
    person: code.nullable().optional().openapi({ description: 'The code of who took it' }),
    orderedOn: Day,
    requiredOn: Day.nullable().optional(),
    shippedOn: Day.nullable().optional(),
    deliveredOn: Day.nullable().optional(),
    cancelledOn: Day.nullable().optional(),
    cancelReason: text(500).nullable().optional(),
    returnOf: code
      .nullable()
      .optional()
      .openapi({ description: 'Of a return: the number of the order; it may come later' }),
    reason: text(500).nullable().optional(),
    currency: CurrencyCode.optional().openapi({ description: 'The company’s if left out' }),
    freightMinor: amount.nullable().optional(),
    taxMinor: z.number().int().min(-1e12).max(1e12).optional(),
    shipName: text(200).nullable().optional(),
    shipCity: text(120).nullable().optional(),
    shipCountry: CountryCode.nullable().optional(),
    note: text(2000).nullable().optional(),
    lines: z.array(PushedLine).max(1000, 'must have at most 1000 lines'),
  })
  .openapi('PushedOrder')
export type PushedOrder = z.output<typeof PushedOrder>

export const mostPushed = 5000
export const PushBatch = z
  .object({
    source: z
      .string()
      .regex(/^[a-z0-9][a-z0-9._-]{0,59}$/u, 'must be a short name of the system: a-z, 0-9, . _ -')
      .openapi({ example: 'erp' }),
    // Each is judged on its own: a bad one gets its answer and the others come in.
    orders: z
      .array(z.unknown())
      .min(1)
      .max(mostPushed, `must have at most ${mostPushed} orders`)
      .openapi({ type: 'array', items: { $ref: '#/components/schemas/PushedOrder' } }),
  })
  .openapi('PushBatch')

export const pushOutcomes = ['created', 'updated', 'unchanged', 'stale', 'rejected'] as const
export const PushAnswer = z
  .object({
    number: z.string().nullable(),
    outcome: z.enum(pushOutcomes).openapi({
      description:
        'stale: a later word of it is known already. rejected: nothing of it came in, see problems',
    }),
    id: Id.nullable(),
    version: z.number().int().nullable(),
    problems: z
      .array(z.object({ field: z.string(), value: z.string().optional(), rule: z.string() }))
      .optional(),
  })
  .openapi('PushAnswer')
export type PushAnswer = z.infer<typeof PushAnswer>
export const PushAnswers = z
  .object({
    counts: z.record(z.enum(pushOutcomes), z.number().int()),
    answers: z.array(PushAnswer).openapi({ description: 'One for each order, in their order' }),
  })
  .openapi('PushAnswers')
export type PushAnswers = z.infer<typeof PushAnswers>
export type PushBatch = z.output<typeof PushBatch>

import { z } from '@hono/zod-openapi'
import { Day, Id, text } from '../../platform/contract.ts'
import { Selection } from '../../customers/schema/filter.ts'
import { openWorkKinds } from '../facts.ts'
import { lineReasons } from '../distribute.ts'
import { movingRoles } from '../transfer.ts'

const Book = z.strictObject({
  book: Id.openapi({ description: 'A person: everything that they own' }),
  also: z
    .array(z.enum(['backup', 'sponsor']))
    .max(2)
    .optional()
    .openapi({ description: 'Their seats as backup or sponsor change hands as well' }),
})

export const ways = ['round-robin', 'territory', 'by-hand'] as const
export const NewTransfer = z
  .object({
    customers: z.union([Selection, Book]),
    how: z.enum(ways).openapi({
      description:
        'round-robin: to the successors in turn; territory: to the salespeople of each customer’s territory in turn, the successors for those of none; by-hand: as the lines say',
    }),
    successors: z
      .array(
        z.object({
          personId: Id,
          atMost: z.number().int().min(0).max(1_000_000).optional().openapi({
            description: 'How many open customers the person may own in all afterwards',
          }),
        }),
      )
      .max(200)
      .refine(
        (list) => new Set(list.map(({ personId }) => personId)).size === list.length,
        'must name each person once',
      )
      .optional(),
    lines: z
      .array(z.object({ customerId: Id, personId: Id }))
      .max(10_000)
      .optional(),
    from: Day.optional().openapi({ description: 'Today if left out' }),
    staysUntil: Day.optional().openapi({ description: 'Former owners stay as backup until this day' }),
    reason: text(500).optional(),
  })
  .openapi('NewTransfer')
export type NewTransfer = z.output<typeof NewTransfer>

const PersonNamed = z.object({ id: Id, name: z.string(), colour: z.number().int() })
const Load = z.object({
  A: z.number().int(),
  B: z.number().int(),
  C: z.number().int(),
  none: z.number().int(),
})
export type Load = z.output<typeof Load>

export const transferStates = ['draft', 'waiting', 'committed', 'undone'] as const
export const warningKinds = [
  'over-cap',
  'over-holding-cap',
  'changed-lately',
  'a-without-backup',
  'planned-later',
  'successor-leaves',
  'closed-customers',
] as const
export const TransferWarning = z
  .object({
    kind: z.enum(warningKinds),
    count: z.number().int(),
    person: PersonNamed.nullable(),
    day: Day.nullable(),
  })
  .openapi('TransferWarning')
export type TransferWarning = z.output<typeof TransferWarning>

const Done = z.object({ at: z.iso.datetime(), by: PersonNamed.nullable(), batchId: Id })

export const Transfer = z
  .object({
    id: Id,
    state: z.enum(transferStates),
    createdAt: z.iso.datetime(),
    createdBy: PersonNamed.nullable(),
    from: Day,
    staysUntil: Day.nullable(),
    reason: z.string().nullable(),
    book: PersonNamed.nullable(),
    asked: z.looseObject({}).nullable().openapi({ description: 'As it was asked, until it is done' }),
    customers: z.number().int(),
    alreadyTheirs: z
      .number()
      .int()
      .openapi({ description: 'Left out because the successor owns them already' }),
    withoutSuccessor: z.number().int(),
    formers: z.array(z.object({ person: PersonNamed.nullable(), customers: z.number().int() })),
    successors: z.array(
      z.object({
        person: PersonNamed,
        customers: z.number().int(),
        before: Load,
        after: Load,
        atMost: z.number().int().nullable(),
      }),
    ),
    moves: z.array(
      z.object({
        kind: z.enum(openWorkKinds),
        count: z.number().int(),
        amounts: z.array(z.object({ currency: z.string(), amountMinor: z.number().int() })),
      }),
    ),
    warnings: z.array(TransferWarning),
    fingerprint: z.string(),
    progress: z.object({ written: z.number().int(), failure: z.looseObject({}).nullable() }).nullable(),
    committed: Done.nullable(),
    undone: Done.nullable(),
  })
  .openapi('Transfer')
export type Transfer = z.output<typeof Transfer>

export const LinesQuery = z.object({
  page: z.coerce.number().int().min(1).max(1_000_000).optional(),
  size: z.coerce.number().int().min(1).max(200).optional().openapi({ description: '50 if left out' }),
  successor: z.union([Id, z.literal('none')]).optional(),
  q: text(200).optional().openapi({ description: 'Part of a name or code' }),
})
export type LinesQuery = z.output<typeof LinesQuery>
export const TransferLine = z
  .object({
    customer: z.object({
      id: Id,
      code: z.string(),
      name: z.string(),
      city: z.string().nullable(),
      tier: z.enum(['A', 'B', 'C']).nullable(),
    }),
    roles: z.array(z.enum(movingRoles)),
    former: PersonNamed.nullable(),
    successor: PersonNamed.nullable(),
    why: z.enum(lineReasons),
  })
  .openapi('TransferLine')
export const TransferLines = z
  .object({ total: z.number().int(), lines: z.array(TransferLine) })
  .openapi('TransferLines')
export type TransferLines = z.output<typeof TransferLines>

export const ChangeLines = z
  .object({
    customers: z.union([z.array(Id).min(1).max(5000), z.literal('without-successor')]),
    personId: Id.nullable().openapi({ description: 'Who gets them; null leaves them out of the transfer' }),
  })
  .openapi('ChangeTransferLines')
export type ChangeLines = z.output<typeof ChangeLines>

export const CommitTransfer = z
  .object({
    fingerprint: text(128, 1).openapi({ description: 'Of the preview that is agreed to' }),
    key: text(200, 1)
      .optional()
      .openapi({ description: 'Or the header Idempotency-Key; the transfer’s id if neither is given' }),
  })
  .openapi('CommitTransfer')
export type CommitTransfer = z.output<typeof CommitTransfer>
export const TransferList = z
  .object({
    total: z.number().int(),
    transfers: z.array(
      z.object({
        id: Id,
        state: z.enum(transferStates),
        at: z.iso.datetime(),
        by: PersonNamed.nullable(),
        from: Day,
        customers: z.number().int(),
        formers: z.array(PersonNamed),
        successors: z.array(PersonNamed),
      }),
    ),
  })
  .openapi('TransferList')
export type TransferList = z.output<typeof TransferList>

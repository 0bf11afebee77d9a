import { z } from '@hono/zod-openapi'
import { Day, Id, text } from '../../platform/contract.ts'
import { ledgerRoles } from '../ledger.ts'

const Person = z.object({ id: Id, name: z.string(), colour: z.number().int() }).openapi('ResponsiblePerson')
const Instant = z.iso.datetime({ offset: true, error: 'must be an instant such as 2026-05-03T10:00:00Z' })

/** One person's time on one seat, and why (rule 2.7). */
export const Holding = z
  .object({
    entryId: Id,
    batchId: Id,
    from: Day,
    until: Day.nullable().openapi({
      description: 'The first day that is no longer part of it; null: no end',
    }),
    person: Person.nullable().openapi({
      description: 'Null: the company pool for an owner, nobody for the others',
    }),
    cause: z.string(),
    reason: z.string().nullable(),
    by: Person.nullable().openapi({ description: 'Who decided it; null: the program by a rule' }),
    knownAt: z.string().openapi({ description: 'When it was recorded, sealed behind everything before' }),
    about: z.object({ kind: z.string(), id: Id }).nullable(),
  })
  .openapi('Holding')
export type Holding = z.output<typeof Holding>

export const Lane = z
  .object({
    line: z.string(),
    role: z.enum(ledgerRoles),
    seat: z.number().int(),
    periods: z.array(Holding),
    replaced: z.array(Holding).openapi({ description: 'What was recorded first and corrected since' }),
  })
  .openapi('Lane')
export type Lane = z.output<typeof Lane>

const code = z.string().nullable()
/** What this asker can't do with the customer now, as the code of the refusal; null: may (rule 10.1). */
export const WhyNot = z
  .object({
    owner: code.openapi({ description: 'Give it another owner' }),
    others: code.openapi({ description: 'Name a backup or sponsor, or have somebody stand in' }),
    correct: code.openapi({ description: 'Correct who was the owner' }),
  })
  .openapi('WhyNotChangeOwnership')
export type WhyNot = z.output<typeof WhyNot>

export const AsKnown = z.object({
  knownAt: Instant.optional().openapi({
    description: 'As it was known at this instant; left out: as known now',
  }),
})
export const Ownership = z
  .object({
    today: Day,
    knownAt: z.string().nullable().openapi({
      description: 'The instant this answer is true for, and for ever will be; null before the first',
    }),
    recorded: z.array(z.string()).openapi({ description: 'The instants at which something was recorded' }),
    lanes: z.array(Lane),
    whyNot: WhyNot,
  })
  .openapi('Ownership')
export type Ownership = z.output<typeof Ownership>

export const OwnerOn = z.object({
  customer: text(60).openapi({ description: 'The id or code of a customer' }),
  on: Day.optional().openapi({ description: 'Today if left out' }),
  line: text(40).optional(),
  knownAt: Instant.optional(),
})
export type OwnerOn = z.output<typeof OwnerOn>
export const OwnerAnswer = z
  .object({
    customer: z.object({ id: Id, code: z.string(), name: z.string() }),
    on: Day,
    knownAt: z.string().nullable(),
    registered: z.boolean().openapi({ description: 'Whether the customer was registered by that day' }),
    owner: Holding.nullable().openapi({ description: 'Null before the registration' }),
    others: z.array(z.object({ role: z.enum(ledgerRoles), holding: Holding })),
  })
  .openapi('OwnerAnswer')
export type OwnerAnswer = z.output<typeof OwnerAnswer>

export const OwnersAsked = z
  .object({
    line: text(40).optional(),
    pairs: z.array(z.object({ customerId: Id, day: Day })).max(10_000),
  })
  .openapi('OwnersAsked')
export const OwnersAnswer = z
  .object({
    owners: z.array(z.object({ customerId: Id, day: Day, personId: Id.nullable(), registered: z.boolean() })),
  })
  .openapi('OwnersAnswer')

import { z } from '@hono/zod-openapi'
import { Day, Id, text } from '../platform/contract.ts'
import { customerFields } from '../customers/schema/change.ts'
import { NewContact } from '../customers/schema/contact.ts'
import { Selection } from '../customers/schema/filter.ts'
import { Tier } from '../customers/schema/values.ts'
import { ledgerRoles } from './ledger.ts'

const { name, code, ...optional } = customerFields

export const AnotherOutlet = z
  .object({
    reason: text(300, 1),
    than: z
      .array(Id)
      .max(20)
      .optional()
      .openapi({ description: 'Those that were shown; than whatever looks like it, if left out' }),
  })
  .openapi('AnotherOutlet')
export type AnotherOutlet = z.output<typeof AnotherOutlet>

export const RegisterCustomer = z
  .object({
    id: Id.optional().openapi({
      description: 'Made by a device that was offline; else the server makes one',
    }),
    name,
    code: code.optional().openapi({ description: 'The next free number if left out' }),
    ...z.object(optional).partial().shape,
    tier: Tier.nullable().optional(),
    contacts: z.array(NewContact).max(30).optional(),
    owner: z
      .union([Id, z.enum(['me', 'pool'])])
      .optional()
      .openapi({ description: 'me if left out by a salesperson, else the pool' }),
    anotherOutlet: AnotherOutlet.optional().openapi({
      description: 'Why it is another outlet than those of the register that look like it',
    }),
    claimedOn: Day.optional().openapi({
      description: 'The day on which a device without signal registered it; counts once a manager accepts it',
    }),
  })
  .openapi('RegisterCustomer')
export type RegisterCustomer = z.output<typeof RegisterCustomer>
export const Registered = z.object({ id: Id, code: z.string(), ownerId: Id.nullable() }).openapi('Registered')

export const assignableRoles = ['owner', 'backup', 'sponsor'] as const
export const Assign = z
  .object({
    selection: Selection,
    role: z.enum(assignableRoles),
    personId: Id.nullable().openapi({ description: 'Null: the pool for the owner, nobody for the others' }),
    line: text(40, 1)
      .optional()
      .openapi({ description: 'A line of business; the whole customer if left out' }),
    how: z.enum(['set', 'add', 'remove']).optional().openapi({
      description:
        'set if left out: in the place of all others; add, remove: of several backups or sponsors this one',
    }),
    reason: text(500).optional(),
  })
  .openapi('Assign')
export type Assign = z.output<typeof Assign>
export const Assigned = z
  .object({
    batchId: Id.nullable(),
    matched: z.number().int(),
    changed: z.number().int(),
    unchanged: z.number().int(),
  })
  .openapi('Assigned')

export const NewCover = z
  .object({
    selection: Selection,
    personId: Id,
    from: Day,
    to: Day.openapi({ description: 'The last day; on the next it returns by itself' }),
    reason: text(500).optional(),
  })
  .openapi('NewCover')
export type NewCover = z.output<typeof NewCover>
export const Covered = z
  .object({ batchId: Id.nullable(), customers: z.number().int(), unchanged: z.number().int() })
  .openapi('Covered')

export const Correct = z
  .object({
    role: z.enum(ledgerRoles),
    line: text(40).optional(),
    seat: z.number().int().min(0).max(100).optional(),
    from: Day,
    until: Day.nullable()
      .optional()
      .openapi({ description: 'The first day as it was before; null: to the end' }),
    personId: Id.nullable().openapi({ description: 'Null: the pool for the owner, nobody for the others' }),
    reason: text(500),
  })
  .openapi('Correct')
export type Correct = z.output<typeof Correct>
export const Recorded = z.object({ batchId: Id.nullable() }).openapi('Recorded')

export const Undo = z.object({ reason: text(500).optional() }).openapi('Undo')
export const Undone = z.object({ batchId: Id.nullable(), customers: z.number().int() }).openapi('Undone')

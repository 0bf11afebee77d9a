import { z } from '@hono/zod-openapi'
import { PersonInBrief } from '../customers/schema/list.ts'
import { CustomerStatus } from '../customers/schema/values.ts'
import { Day, Id, text } from '../platform/contract.ts'

const count = z.number().int()
export const requestKinds = ['access', 'correct', 'erase', 'object'] as const

export const Subject = z
  .object({
    name: text(200).optional(),
    phone: text(60).optional(),
    email: text(200).optional(),
  })
  .refine((subject) => Object.values(subject).some(Boolean), 'must have a name, a phone or an e-mail')
  .openapi('DataSubject')
export type Subject = z.infer<typeof Subject>

export const NewPrivacyRequest = z
  .object({
    kind: z.enum(requestKinds),
    subject: Subject,
    receivedOn: Day.optional().openapi({ description: 'Today if left out' }),
    note: text(2000).optional(),
  })
  .openapi('NewPrivacyRequest')
export type NewPrivacyRequest = z.infer<typeof NewPrivacyRequest>

export const PrivacyStep = z
  .object({
    id: Id,
    act: z.string(),
    facts: z.record(z.string(), z.union([z.string(), z.number()])),
    person: PersonInBrief.nullable(),
    at: z.string(),
  })
  .openapi('PrivacyStep')

export const PrivacyRequest = z
  .object({
    id: Id,
    kind: z.enum(requestKinds),
    subject: z.object({
      name: z.string().optional(),
      phone: z.string().optional(),
      email: z.string().optional(),
    }),
    receivedOn: Day,
    dueOn: Day,
    daysLeft: count,
    note: z.string().nullable(),
    state: z.enum(['open', 'done', 'refused']),
    openedBy: PersonInBrief.nullable(),
    closedBy: PersonInBrief.nullable(),
    closedAt: z.string().nullable(),
    outcome: z.string().nullable(),
    steps: z.array(PrivacyStep),
    mayErase: z.boolean(),
  })
  .openapi('PrivacyRequest')
export type PrivacyRequest = z.infer<typeof PrivacyRequest>

const Where = z.object({ id: Id, code: z.string(), name: z.string(), status: CustomerStatus })
const By = z.array(z.enum(['phone', 'email', 'name']))

export const FoundContact = z
  .object({
    id: Id,
    customer: Where,
    name: z.string(),
    title: z.string().nullable(),
    phone: z.string().nullable(),
    email: z.string().nullable(),
    messaging: z.string().nullable(),
    inCharge: z.boolean(),
    notes: count.openapi({ description: 'Personal notes' }),
    by: By,
  })
  .openapi('FoundContact')
export type FoundContact = z.infer<typeof FoundContact>

export const Found = z
  .object({
    contacts: z.array(FoundContact),
    outlets: z
      .array(z.object({ customer: Where, by: By }))
      .openapi({ description: 'Customers whose own name, phone or e-mail it is' }),
    staff: z
      .array(z.object({ id: Id, name: z.string() }))
      .openapi({ description: 'People of the company itself: HR answers for them' }),
    mentions: z
      .array(
        z.object({
          where: z.enum(['history', 'note', 'request', 'merge', 'import']),
          customer: Where.nullable(),
          count,
        }),
      )
      .openapi({ description: 'Elsewhere in the register' }),
    documents: z.array(
      z.object({ id: Id, customer: Where, name: z.string(), addedAt: z.string(), mentions: z.boolean() }),
    ),
  })
  .openapi('FoundOfSubject')
export type Found = z.infer<typeof Found>

const ids = z.array(Id).max(200)
export const Erasure = z
  .object({
    contactIds: ids,
    customerIds: ids.openapi({ description: 'Customers that are the person, such as a sole trader' }),
    documentIds: ids,
  })
  .refine((chosen) => Object.values(chosen).some((list) => list.length > 0), 'must name something to erase')
  .openapi('Erasure')
export type Erasure = z.infer<typeof Erasure>

/** What goes, in numbers, and what stays with its reason. */
export const ErasurePlan = z
  .object({
    goes: z.record(z.string(), count),
    blocked: z.array(z.object({ kind: z.enum(['phone', 'email', 'name']), value: z.string() })),
    stays: z.array(z.object({ what: z.string(), count })),
  })
  .openapi('ErasurePlan')
export type ErasurePlan = z.infer<typeof ErasurePlan>

export const Answer = z
  .object({ json: z.unknown(), html: z.string(), fileName: z.string() })
  .openapi('AnswerToSubject')

export const BlockedPerson = z
  .object({
    hash: z.string(),
    kind: z.enum(['phone', 'email', 'name']),
    addedAt: z.string(),
    addedBy: PersonInBrief.nullable(),
    requestId: Id.nullable().openapi({ description: 'The request that was answered by an erasure' }),
    reason: z.string().nullable().openapi({ description: 'Why, when it was done by hand' }),
    liftedAt: z.string().nullable(),
    liftedBy: PersonInBrief.nullable(),
    liftReason: z.string().nullable(),
  })
  .openapi('BlockedPerson')
export type BlockedPerson = z.infer<typeof BlockedPerson>

const reach = {
  phone: text(60, 1).optional(),
  email: z.email('must be an e-mail address').max(200).optional(),
}
type ReachedBy = { phone?: string | undefined; email?: string | undefined }
const isOne = ({ phone, email }: ReachedBy) => (phone === undefined) !== (email === undefined)
const oneOf = 'must have a phone or an e-mail, not both'

/** One phone or one e-mail. */
export const Reach = z.object(reach).strict().refine(isOne, oneOf).openapi('Reach')
export type Reach = z.infer<typeof Reach>
export const NewBlock = z
  .object({ ...reach, reason: text(500, 1) })
  .strict()
  .refine(isOne, oneOf)
  .openapi('NewBlock')
export type NewBlock = z.infer<typeof NewBlock>
export const BlockState = z
  .object({
    blocked: BlockedPerson.nullable().openapi({ description: 'Null when it is not on the list' }),
    contacts: count.openapi({ description: 'Contacts that have it now' }),
  })
  .openapi('BlockState')
export type BlockState = z.infer<typeof BlockState>

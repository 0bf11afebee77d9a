import { z } from '@hono/zod-openapi'
import { PersonInBrief } from '../customers/schema/list.ts'
import { prose } from '../customers/schema/values.ts'
import { Day, Id } from '../platform/contract.ts'
import { complaintActs, complaintKinds } from './complaint.ts'

const Kind = z.enum(complaintKinds)
const acts = Object.keys(complaintActs) as [keyof typeof complaintActs]

export const Complaint = z
  .object({
    id: Id,
    customer: z.object({ id: Id, name: z.string().nullable(), code: z.string().nullable() }).openapi({
      description: 'Without its name for whoever answers a complaint of a customer not open to them',
    }),
    kind: Kind,
    text: z.string(),
    contact: z.object({ id: Id, name: z.string() }).nullable(),
    order: z.object({ id: Id, code: z.string() }).nullable(),
    product: z.object({ id: Id, name: z.string() }).nullable(),
    raisedOn: Day,
    takenBy: PersonInBrief.nullable(),
    responsible: PersonInBrief.nullable().openapi({
      description:
        'Who has to answer it: whoever was named, else the owner of the customer; null in the pool',
    }),
    named: z.boolean().openapi({ description: 'False: it goes with the customer from owner to owner' }),
    dueOn: Day,
    state: z.enum(['open', 'overdue', 'resolved']),
    cause: z.string().nullable(),
    remedy: z.string().nullable(),
    resolvedOn: Day.nullable(),
    resolvedBy: PersonInBrief.nullable(),
    rating: z.number().int().nullable(),
    reopened: z.number().int(),
    version: z.number().int(),
    may: z.array(z.enum(acts)).openapi({ description: 'What the asker may do with it now' }),
  })
  .openapi('Complaint')
export type Complaint = z.infer<typeof Complaint>

export const ComplaintsQuery = z.object({
  state: z.enum(['open', 'overdue', 'resolved', 'all']).optional(),
  customerId: Id.optional(),
  responsibleId: Id.optional(),
  after: z.string().max(100).optional().openapi({ description: '`next` of the page before' }),
  size: z.coerce.number().int().min(1).max(200).optional().openapi({ type: 'integer' }),
})
export type ComplaintsQuery = z.infer<typeof ComplaintsQuery>
export const ComplaintsPage = z
  .object({
    complaints: z.array(Complaint),
    counts: z.object({ open: z.number().int(), overdue: z.number().int() }).openapi({
      description: 'Of all that the asker may see and the filter by customer and person lets through',
    }),
    next: z.string().nullable(),
    mayRaise: z.boolean(),
  })
  .openapi('ComplaintsPage')
export type ComplaintsPage = z.infer<typeof ComplaintsPage>

export const RaiseComplaint = z
  .object({
    id: Id.optional().openapi({ description: 'Made by the asker, so that sending twice raises one' }),
    kind: Kind,
    text: prose(4000).min(1, 'must not be empty'),
    contactId: Id.nullish(),
    orderId: Id.nullish(),
    productId: Id.nullish(),
    visitId: Id.nullish(),
    responsibleId: Id.nullish(),
    raisedOn: Day.optional(),
    dueOn: Day.optional(),
  })
  .strict()
  .openapi('RaiseComplaint')
export type RaiseComplaint = z.infer<typeof RaiseComplaint>

const version = z.number().int().min(1).openapi({ description: 'The version it was decided on' })
export const PassOnComplaint = z
  .object({ version, responsibleId: Id.nullable(), dueOn: Day.optional() })
  .strict()
  .openapi('PassOnComplaint')
export type PassOnComplaint = z.infer<typeof PassOnComplaint>
export const ResolveComplaint = z
  .object({
    version,
    cause: prose(2000).min(1, 'must not be empty'),
    remedy: prose(2000).min(1, 'must not be empty'),
  })
  .strict()
  .openapi('ResolveComplaint')
export type ResolveComplaint = z.infer<typeof ResolveComplaint>
export const ReopenComplaint = z
  .object({ version, dueOn: Day.optional() })
  .strict()
  .openapi('ReopenComplaint')
export type ReopenComplaint = z.infer<typeof ReopenComplaint>
export const RateComplaint = z
  .object({ version, rating: z.number().int().min(1).max(5) })
  .strict()
  .openapi('RateComplaint')
export type RateComplaint = z.infer<typeof RateComplaint>
export const Saved = z.object({ id: Id, version: z.number().int() })

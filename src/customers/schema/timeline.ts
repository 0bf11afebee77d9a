import { z } from '@hono/zod-openapi'
import { Id } from '../../platform/contract.ts'
import { PersonInBrief } from './list.ts'

export const timelineKinds = [
  'profile',
  'contact',
  'product',
  'tier',
  'request',
  'ownership',
  'import',
  'merge',
  'document',
  'visit',
  'promise',
  'order',
  'money',
  'stock',
  'complaint',
] as const

/** Something that happened to a customer. Screens make the sentence of `what` and `facts` in the reader's language. */
export const TimelineEntry = z
  .object({
    id: Id,
    at: z.string(),
    kind: z.enum(timelineKinds),
    what: z
      .string()
      .openapi({ description: 'Such as created, changed, removed, requested, approved, assigned, tier-set' }),
    person: PersonInBrief.nullable(),
    cause: z.string(),
    batchId: Id.nullable(),
    subject: z.string().nullable().openapi({ description: 'The contact, product or document it is about' }),
    changes: z.array(z.object({ field: z.string(), from: z.unknown(), to: z.unknown() })),
    facts: z.record(z.string(), z.unknown()),
  })
  .openapi('TimelineEntry')
export type TimelineEntry = z.infer<typeof TimelineEntry>

export const TimelineQuery = z.object({
  kind: z
    .union([z.enum(timelineKinds), z.array(z.enum(timelineKinds))])
    .transform((given) => [given].flat())
    .optional()
    .openapi({ type: 'array', items: { type: 'string', enum: [...timelineKinds] } }),
  before: z.string().max(100).optional().openapi({ description: '`next` of the page before' }),
  size: z.coerce.number().int().min(1).max(200).optional().openapi({ type: 'integer' }),
})
export const TimelinePage = z
  .object({ entries: z.array(TimelineEntry), next: z.string().nullable() })
  .openapi('TimelinePage')

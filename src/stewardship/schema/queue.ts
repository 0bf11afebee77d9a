import { z } from '@hono/zod-openapi'
import { ChangeRequest } from '../../customers/schema/request.ts'
import { completenessParts } from '../../customers/settings.ts'
import { Day, Id } from '../../platform/contract.ts'
import { issueKinds, pairsCountedTo, profileIssues } from '../harm.ts'
import { DuplicatePair, OutletInBrief } from './duplicates.ts'

const count = z.number().int()
export const IssueName = z.enum(issueKinds).openapi('IssueKind')
const harm = count.openapi({ description: 'Points by which the queue is ordered; more is worse' })

export const ProfileItem = z
  .object({
    what: z.literal('profile'),
    harm,
    customer: OutletInBrief,
    worst: z.enum(profileIssues).openapi({ description: 'The one to mend first' }),
    issues: z.array(z.enum(profileIssues)),
    completeness: count,
    missing: z
      .array(z.enum(completenessParts))
      .openapi({ description: 'What is missing, the weightiest first' }),
    confirmedOn: Day.nullable(),
    locatedBy: z.string().nullable(),
    version: count,
  })
  .openapi('QueueProfile')
export type ProfileItem = z.infer<typeof ProfileItem>

const RequestItem = z
  .object({ what: z.literal('request'), harm, customer: OutletInBrief, request: ChangeRequest })
  .openapi('QueueRequest')
const PairItem = z
  .object({ what: z.literal('duplicate'), harm, pair: DuplicatePair })
  .openapi('QueueDuplicate')
export const QueueItem = z
  .discriminatedUnion('what', [ProfileItem, RequestItem, PairItem])
  .openapi('QueueItem')
export type QueueItem = z.infer<typeof QueueItem>

export const QueueQuery = z.object({
  whose: z.enum(['mine', 'all']).optional().openapi({
    description: 'mine (if left out): the areas I am steward of, and those that have no steward',
  }),
  kind: IssueName.optional(),
  page: z.coerce.number().int().min(1).max(100_000).optional().openapi({ type: 'integer' }),
})
export type QueueQuery = z.output<typeof QueueQuery>
export const Queue = z
  .object({
    counts: z.record(IssueName, count).openapi({
      description: `How many there are of each kind; of duplicates ${pairsCountedTo + 1} where there are more than ${pairsCountedTo}`,
    }),
    items: z.array(QueueItem),
    total: count.openapi({
      description:
        'How many there are of the kind asked for, or of all; duplicates as far as they are counted',
    }),
    page: count,
    size: count,
    areas: z
      .array(z.object({ id: Id, name: z.string() }))
      .openapi({ description: 'The areas I am steward of' }),
    scanning: z.boolean().openapi({ description: 'Duplicates are being looked for: more may come' }),
    may: z.object({ merge: z.boolean(), decide: z.boolean(), place: z.boolean() }),
  })
  .openapi('Queue')
export type Queue = z.infer<typeof Queue>

export const Confirmed = z
  .object({
    batchId: Id.nullable().openapi({ description: 'Undo with it; null when nothing changed' }),
    confirmed: count,
  })
  .openapi('Confirmed')

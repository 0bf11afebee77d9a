import { z } from '@hono/zod-openapi'
import { PersonInBrief } from '../../customers/schema/list.ts'
import { CustomerStatus, Tier } from '../../customers/schema/values.ts'
import { Day, Id, text } from '../../platform/contract.ts'
import { type MergeField, mergeFields } from '../merge-fields.ts'

const count = z.number().int()

export const DuplicateReason = z
  .discriminatedUnion('is', [
    z.object({ is: z.enum(['same-phone', 'same-tax-id', 'same-name', 'same-address', 'same-town']) }),
    z.object({ is: z.enum(['other-address', 'other-town', 'other-tax-id', 'one-chain']) }),
    z.object({ is: z.literal('similar-name'), percent: count }),
    z.object({ is: z.literal('near'), metres: count }),
    z.object({ is: z.literal('far'), metres: count }),
  ])
  .openapi('DuplicateReason')

const comparison = {
  verdict: z.enum(['sure', 'likely']),
  score: count.openapi({ description: '0 to 100' }),
  reasons: z.array(DuplicateReason),
}

/** What is known so far of a customer that somebody is typing. */
export const Draft = z
  .object({
    name: text(300),
    legalName: text(300).optional(),
    taxId: text(40).optional(),
    phones: z.array(text(60)).max(10).optional(),
    street: text(300).optional(),
    postalCode: text(20).optional(),
    city: text(120).optional(),
    country: z
      .string()
      .regex(/^[A-Z]{2}$/)
      .optional(),
    latitude: z.number().min(-90).max(90).optional(),
    longitude: z.number().min(-180).max(180).optional(),
    accuracyM: z.number().min(0).max(1_000_000).optional(),
    parentId: Id.optional(),
    customerId: Id.optional().openapi({ description: 'The customer itself, when it is in the register' }),
  })
  .openapi('CustomerDraft')
export type Draft = z.infer<typeof Draft>

export const OutletInBrief = z
  .object({
    id: Id,
    code: z.string(),
    name: z.string(),
    legalName: z.string().nullable(),
    street: z.string().nullable(),
    postalCode: z.string().nullable(),
    city: z.string().nullable(),
    phone: z.string().nullable(),
    taxId: z.string().nullable(),
    tier: Tier.nullable(),
    status: CustomerStatus,
    registeredOn: Day,
    owner: PersonInBrief.nullable(),
  })
  .openapi('OutletInBrief')
export type OutletInBrief = z.infer<typeof OutletInBrief>

export const SimilarCustomer = z
  .object({
    id: Id,
    name: z.string(),
    city: z.string().nullable(),
    /** Null for a customer of somebody else: then its name and town is all that is told, and who serves it. */
    customer: z.union([OutletInBrief, z.null()]),
    owner: PersonInBrief.nullable().openapi({ description: 'Null: the company pool' }),
    strong: z.boolean().openapi({
      description: 'Registering needs a word: it is this one, or it is another outlet',
    }),
    ...comparison,
  })
  .openapi('SimilarCustomer')
export type SimilarCustomer = z.infer<typeof SimilarCustomer>

export const DuplicatePair = z
  .object({
    id: Id,
    first: OutletInBrief,
    second: OutletInBrief,
    foundAt: z.string(),
    dismissed: z.object({ at: z.string(), by: PersonInBrief.nullable(), reason: z.string() }).nullable(),
    saidOther: z
      .object({ at: z.string(), by: PersonInBrief.nullable(), reason: z.string() })
      .nullable()
      .openapi({ description: 'Whoever registered the second said that it is another outlet, and why' }),
    ...comparison,
  })
  .openapi('DuplicatePair')
export type DuplicatePair = z.infer<typeof DuplicatePair>

export const DuplicatesQuery = z.object({
  state: z.enum(['open', 'dismissed']).optional().openapi({ description: 'open if left out' }),
  verdict: z.enum(['sure', 'likely']).optional(),
  customer: Id.optional(),
  page: z.coerce.number().int().min(1).max(100_000).optional().openapi({ type: 'integer' }),
})
export const DuplicatePage = z
  .object({
    rows: z.array(DuplicatePair),
    total: count,
    page: count,
    size: count,
    scanning: z.boolean().openapi({ description: 'The register is being looked through: more may come' }),
  })
  .openapi('DuplicatePage')

/** The fields, and who of the contacts is in charge. */
const MergeFieldName = z
  .enum([...(mergeFields as [MergeField, ...MergeField[]]), 'inCharge'])
  .openapi('MergeField')
const ids = z.array(Id).max(20)

export const MergeEntry = OutletInBrief.extend({
  version: count,
  contacts: count,
  documents: count,
  products: count,
  history: count,
  children: count,
  completeness: count,
  updatedAt: z.string(),
}).openapi('MergeEntry')

export const MergePreview = z
  .object({
    keptId: Id.openapi({ description: 'The suggested one when none was named' }),
    entries: z.array(MergeEntry),
    fields: z.array(
      z.object({
        field: MergeFieldName,
        differs: z.boolean(),
        suggested: z.string().openapi({ description: 'Id of the entry whose value survives, or both' }),
        canBeBoth: z.boolean(),
        values: z.array(
          z.object({
            id: Id,
            value: z.unknown(),
            name: z.string().nullable().openapi({ description: 'What a value that is an id is called' }),
          }),
        ),
      }),
    ),
    owners: z.array(PersonInBrief.nullable()).openapi({
      description: 'The owners of the entries in their order; the kept one’s stays, the ledgers of all stay',
    }),
  })
  .openapi('MergePreview')
export type MergePreview = z.infer<typeof MergePreview>

export const PreviewMerge = z
  .object({ ids: ids.min(2, 'must name at least two customers'), keptId: Id.optional() })
  .openapi('PreviewMerge')

export const MergeCustomers = z
  .object({
    keptId: Id,
    droppedIds: ids.min(1, 'must name at least one customer'),
    choices: z
      .partialRecord(MergeFieldName, z.union([Id, z.literal('both')]))
      .optional()
      .openapi({ description: 'field: id of the customer whose value survives' }),
    versions: z.record(Id, count).openapi({ description: 'The version of each that you saw' }),
  })
  .openapi('MergeCustomers')
export type MergeCustomers = z.infer<typeof MergeCustomers>

export const Merged = z
  .object({
    mergeId: Id,
    keptId: Id,
    moved: z.record(z.string(), count).openapi({ description: 'How many rows moved, by kind' }),
    ownerStays: PersonInBrief.nullable(),
    otherOwners: z.array(PersonInBrief).openapi({
      description: 'Owners of the merged ones: no longer responsible here, their entries in the ledger stay',
    }),
  })
  .openapi('Merged')
export type Merged = z.infer<typeof Merged>

export const MergeRecord = z
  .object({
    id: Id,
    at: z.string(),
    by: PersonInBrief.nullable(),
    keptId: Id,
    kept: z.object({ id: Id, code: z.string(), name: z.string() }),
    dropped: z.array(
      z.object({ id: Id, code: z.string(), name: z.string(), owner: PersonInBrief.nullable() }),
    ),
    undoneAt: z.string().nullable(),
    canUndo: z.boolean(),
  })
  .openapi('MergeRecord')
export type MergeRecord = z.infer<typeof MergeRecord>

export const Unmerged = z
  .object({
    restored: z.array(Id),
    conflicts: z
      .array(z.object({ what: z.string(), name: z.string().nullable() }))
      .openapi({ description: 'What was changed since and so stays as it is: a field, or a kind of row' }),
  })
  .openapi('Unmerged')
export type Unmerged = z.infer<typeof Unmerged>

import { z } from '@hono/zod-openapi'
import { Id, text } from '../../platform/contract.ts'
import { customerFields } from './change.ts'
import { Selection } from './filter.ts'
import { Tag, Tier } from './values.ts'

export const Version = z.object({ version: z.number().int() }).openapi('Version')
export const Reason = z.object({ reason: text(500, 1) }).openapi('Reason')
export const SetTier = z
  .object({ tier: Tier.nullable(), reason: text(500, 1) })
  .openapi('SetTier', { description: 'Tier by hand, with the reason (rule 1.8)' })

export const CarryProduct = z
  .object({
    quantity: z.number().int().min(0).max(1_000_000_000).nullable().optional(),
    facings: z.number().int().min(0).max(1_000_000).nullable().optional(),
  })
  .openapi('CarryProduct')

/** Fields that many customers may share and so be set at once. */
const {
  channel,
  city,
  region,
  country,
  territoryId,
  parentId,
  paymentDays,
  creditLimit,
  visitHours,
  openingHours,
  closures,
} = customerFields
export const BulkEdit = z
  .object({
    selection: Selection,
    set: z
      .strictObject(
        {
          channel,
          city,
          region,
          country,
          territoryId,
          parentId,
          paymentDays,
          creditLimit,
          visitHours,
          openingHours,
          closures,
        },
        'has a field that can’t be set for many',
      )
      .partial()
      .optional(),
    tier: Tier.nullable().optional(),
    addTags: z.array(Tag).max(30).optional(),
    removeTags: z.array(Tag).max(30).optional(),
    reason: text(500).optional(),
  })
  .openapi('BulkEdit')
export type BulkEdit = z.output<typeof BulkEdit>

export const BulkOutcome = z
  .object({
    batchId: Id.nullable().openapi({ description: 'Undo with it; null when nothing changed' }),
    matched: z.number().int(),
    changed: z.number().int(),
    unchanged: z.number().int(),
  })
  .openapi('BulkOutcome')

export const UndoOutcome = z
  .object({
    batchId: Id.nullable(),
    restored: z.number().int(),
    kept: z.number().int().openapi({ description: 'Changed again since, so left as they are' }),
    examples: z
      .array(z.object({ id: Id, name: z.string(), fields: z.array(z.string()) }))
      .openapi({ description: 'Some of those kept, and which fields' }),
  })
  .openapi('UndoOutcome')

import { z } from '@hono/zod-openapi'
import { Id, text } from '../../platform/contract.ts'
import { PersonInBrief } from './list.ts'

export const requestStates = ['waiting', 'approved', 'rejected', 'withdrawn'] as const

/** A change to a protected field that waits for somebody to decide it (rule 1.4). */
export const ChangeRequest = z
  .object({
    id: Id,
    customer: z.object({ id: Id, code: z.string(), name: z.string() }),
    entity: z.enum(['customer', 'contact']),
    entityId: Id,
    contactName: z.string().nullable(),
    field: z.string(),
    from: z.unknown(),
    to: z.unknown(),
    current: z
      .unknown()
      .openapi({ description: 'What the register holds now; differs from `from` if changed since' }),
    reason: z.string().nullable(),
    state: z.enum(requestStates),
    requestedBy: PersonInBrief.nullable(),
    requestedAt: z.string(),
    decidedBy: PersonInBrief.nullable(),
    decidedAt: z.string().nullable(),
    decisionNote: z.string().nullable(),
    may: z.array(z.enum(['approve', 'reject', 'withdraw'])),
  })
  .openapi('ChangeRequest')
export type ChangeRequest = z.infer<typeof ChangeRequest>

export const RequestsQuery = z.object({
  state: z.enum(requestStates).optional().openapi({ description: 'waiting if left out' }),
  mine: z.enum(['true', 'false']).optional().openapi({ description: 'Only those that I asked for' }),
  customer: Id.optional(),
  page: z.coerce.number().int().min(1).max(100_000).optional().openapi({ type: 'integer' }),
})
export const RequestPage = z
  .object({
    rows: z.array(ChangeRequest),
    total: z.number().int(),
    page: z.number().int(),
    size: z.number().int(),
  })
  .openapi('RequestPage')

export const Decision = z
  .object({
    note: text(500).optional(),
    despite: z
      .boolean()
      .optional()
      .openapi({ description: 'Approve although the value was changed since it was asked for' }),
  })
  .openapi('Decision')

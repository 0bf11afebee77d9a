import { z } from '@hono/zod-openapi'
import { Day, Id } from '../../platform/contract.ts'
import { PermissionName, Role } from './company.ts'

export const AccessLogFilter = z.object({
  person: Id.optional().openapi({ description: 'Who did it' }),
  about: Id.optional().openapi({ description: 'The person, customer or import it was done to' }),
  action: z
    .string()
    .regex(/^[a-z][a-z.-]{0,60}$/, 'must be the name of an action')
    .optional(),
  from: Day.optional(),
  to: Day.optional(),
  before: Id.optional().openapi({ description: 'The last entry of the page before' }),
})
export type AccessLogFilter = z.infer<typeof AccessLogFilter>

export const AccessLogEntry = z
  .object({
    id: Id,
    at: z.string(),
    personId: Id.nullable(),
    personName: z.string().nullable(),
    action: z.string(),
    entity: z.string().nullable(),
    entityId: Id.nullable(),
    entityName: z.string().nullable(),
    rowCount: z.number().int().nullable(),
    detail: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
  })
  .openapi('AccessLogEntry')

export const AccessLog = z
  .object({ entries: z.array(AccessLogEntry), next: Id.nullable() })
  .openapi('AccessLog')

/** Who may do what, as data: each permission with the roles that have it, and who gives each role. */
export const PermissionTable = z
  .object({
    roles: z.array(z.object({ role: Role, givenBy: z.array(Role) })),
    permissions: z.array(z.object({ name: PermissionName, roles: z.array(Role) })),
  })
  .openapi('PermissionTable')

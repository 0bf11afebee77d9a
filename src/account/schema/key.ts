import { z } from '@hono/zod-openapi'
import { PermissionName } from '../../people/schema/company.ts'
import { text } from '../../platform/contract.ts'

export const Key = z
  .object({
    id: z.string(),
    name: z.string(),
    start: z.string().openapi({ description: 'Its first characters, to recognise it' }),
    scopes: z.array(PermissionName),
    createdAt: z.string(),
    lastUsedAt: z.string().nullable(),
    expiresAt: z.string().nullable(),
  })
  .openapi('Key')

export const NewKey = z
  .object({
    name: text(32, 1),
    scopes: z
      .array(PermissionName)
      .min(1, 'must name at least one permission')
      .openapi({ description: 'Names of permissions, at most one’s own' }),
    days: z
      .number()
      .int()
      .min(1)
      .max(365)
      .nullable()
      .openapi({ description: 'Days until it ends by itself; null: only when it is revoked' }),
  })
  .strict()
  .openapi('NewKey')

export const KeyMade = Key.extend({
  key: z.string().openapi({ description: 'To keep in a safe place: it is shown this once' }),
}).openapi('KeyMade')

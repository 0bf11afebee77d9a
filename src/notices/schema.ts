import { z } from '@hono/zod-openapi'
import { Id } from '../platform/contract.ts'
import { mailChoices } from './mail-choices.ts'

export const Notice = z
  .object({
    id: Id,
    kind: z.string().openapi({ description: 'What happened; more kinds may come' }),
    aboutId: Id.openapi({ description: 'The batch, case or request that it is about' }),
    facts: z
      .record(z.string(), z.union([z.string(), z.number()]))
      .openapi({ description: 'Ids, counts and days' }),
    names: z
      .record(z.string(), z.string().nullable())
      .openapi({ description: 'How the people and customers among the facts are called' }),
    link: z.string().nullable().openapi({ description: 'The address in the app of what it is about' }),
    at: z.iso.datetime(),
    day: z.iso.date().openapi({ description: 'The day as the company counts' }),
    readAt: z.iso.datetime().nullable(),
  })
  .openapi('Notice')
export type Notice = z.infer<typeof Notice>

export const NoticeQuery = z.object({
  unread: z.enum(['true']).optional().openapi({ description: 'Only those not read yet' }),
  before: Id.optional().openapi({ description: 'Those before this one; `next` of the page before' }),
})
export type NoticeQuery = z.infer<typeof NoticeQuery>
export const NoticePage = z
  .object({ notices: z.array(Notice), unread: z.number().int(), next: Id.nullable() })
  .openapi('NoticePage')
export type NoticePage = z.infer<typeof NoticePage>

/** Which were read: those named, or all up to one (what came after it hasn't been seen). */
export const ReadNotices = z
  .union([z.strictObject({ ids: z.array(Id).min(1).max(500) }), z.strictObject({ upTo: Id })])
  .openapi('ReadNotices')
export type ReadNotices = z.infer<typeof ReadNotices>

export const NoticeSettings = z
  .object({ mail: z.enum(mailChoices).openapi({ description: 'daily: at seven in the morning' }) })
  .openapi('NoticeSettings')
export type NoticeSettings = z.infer<typeof NoticeSettings>
export const NoticeSettingsShown = NoticeSettings.extend({
  canMail: z.boolean().openapi({ description: 'Whether this installation has a mail server' }),
}).openapi('NoticeSettingsShown')

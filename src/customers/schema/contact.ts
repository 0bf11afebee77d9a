import { z } from '@hono/zod-openapi'
import { Id, phoneAsTyped, text } from '../../platform/contract.ts'
import { ContactPart, Email } from './values.ts'

const fields = {
  name: text(200, 1),
  title: text(120).nullable(),
  parts: z.array(ContactPart).max(4),
  phone: phoneAsTyped().nullable(),
  messaging: text(120).nullable(),
  email: Email.nullable(),
  language: z
    .string()
    .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'must be a language tag such as es or zh-Hans')
    .nullable(),
}

export const Contact = z
  .object({
    id: Id,
    ...fields,
    inCharge: z.boolean(),
    phoneE164: z.string().nullable(),
    version: z.number().int(),
    updatedAt: z.string(),
  })
  .openapi('Contact')
export type Contact = z.infer<typeof Contact>

export const NewContact = z
  .object({
    id: Id.optional().openapi({
      description: 'Made by a device that was offline; else the server makes one',
    }),
    name: fields.name,
    title: fields.title.optional(),
    parts: fields.parts.optional(),
    phone: fields.phone.optional(),
    messaging: fields.messaging.optional(),
    email: fields.email.optional(),
    language: fields.language.optional(),
    inCharge: z.boolean().optional(),
  })
  .openapi('NewContact')
export type NewContact = z.infer<typeof NewContact>

/** Every field of a contact that can be changed, and what it may hold. */
export const contactFields = fields

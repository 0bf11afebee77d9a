import { z } from '@hono/zod-openapi'
import { PersonInBrief } from '../customers/schema/list.ts'
import { Id, text } from '../platform/contract.ts'

export const Document = z
  .object({
    id: Id,
    name: z.string(),
    kind: z
      .string()
      .openapi({ description: 'What it is by its content: jpeg, png, webp, heic, pdf, xlsx …' }),
    photo: z.boolean().openapi({ description: 'It can be shown in a page' }),
    bytes: z.number().int(),
    sha256: z.string(),
    note: z.string().nullable(),
    hasThumbnail: z.boolean(),
    addedBy: PersonInBrief.nullable(),
    addedAt: z.string(),
    removedBy: PersonInBrief.nullable(),
    removedAt: z.string().nullable(),
    gone: z.boolean().openapi({ description: 'Removed for so long that its content is deleted' }),
    may: z.array(z.enum(['remove', 'restore'])),
  })
  .openapi('Document')
export type Document = z.infer<typeof Document>

export const AddDocument = z.object({
  customer: Id,
  name: text(300, 1).openapi({ description: 'What the file is called; its ending follows its content' }),
  note: text(500).optional(),
  visit: Id.optional().openapi({ description: 'The visit at this customer on which it was taken' }),
})
export type AddDocument = z.infer<typeof AddDocument>

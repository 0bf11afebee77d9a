import { z } from '@hono/zod-openapi'
import { Day, Id, text } from '../../platform/contract.ts'

/** A change point: from this day the person has this post, in this team, under this manager, until the next begins. */
export const Posting = z
  .object({
    id: Id,
    fromDay: Day,
    title: z.string(),
    teamId: Id.nullable(),
    teamName: z.string().nullable(),
    managerId: Id.nullable(),
    managerName: z.string().nullable(),
    managerColour: z.number().int().nullable(),
  })
  .openapi('Posting')
export type Posting = z.infer<typeof Posting>

export const PostingInput = z
  .object({ fromDay: Day, title: text(120), teamId: Id.nullable(), managerId: Id.nullable() })
  .strict()
  .openapi('PostingInput')
export type PostingInput = z.infer<typeof PostingInput>

import { z } from '@hono/zod-openapi'
import { Id, text } from '../../platform/contract.ts'

export const Team = z
  .object({
    id: Id,
    name: z.string(),
    version: z.number().int(),
    members: z.number().int().openapi({ description: 'Present people whose post today is in the team' }),
  })
  .openapi('Team')
export type Team = z.infer<typeof Team>

export const NewTeam = z
  .object({ name: text(120, 1) })
  .strict()
  .openapi('NewTeam')
export const TeamChange = z
  .object({ name: text(120, 1), version: z.number().int() })
  .strict()
  .openapi('TeamChange')

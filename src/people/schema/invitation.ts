import { z } from '@hono/zod-openapi'
import { text } from '../../platform/contract.ts'

export const InvitationSent = z
  .object({
    expiresAt: z.string(),
    mailedTo: z
      .string()
      .nullable()
      .openapi({ description: 'The address it was sent to; null when it was not' }),
    link: z
      .string()
      .nullable()
      .openapi({ description: 'To hand over oneself, when it could not be sent. Shown this once' }),
  })
  .openapi('InvitationSent')

/** The token is the part of the link behind the #, which browsers never send anywhere. */
const token = text(200, 1)
export const InvitationToken = z.object({ token }).strict().openapi('InvitationToken')

export const InvitationSeen = z
  .object({
    company: z.string(),
    name: z.string(),
    email: z.string(),
    expiresAt: z.string(),
    hasAccount: z.boolean().openapi({ description: 'Sign in with it first; else choose a password' }),
    newPassword: z
      .boolean()
      .openapi({ description: 'The person comes in already; the link is for a new password' }),
    signedInAs: z.string().nullable(),
  })
  .openapi('InvitationSeen')

export const Acceptance = z
  .object({
    token,
    password: z
      .string()
      .max(200)
      .optional()
      .openapi({ description: 'For a new account; left out when signed in already' }),
  })
  .strict()
  .openapi('Acceptance')
export type Acceptance = z.infer<typeof Acceptance>

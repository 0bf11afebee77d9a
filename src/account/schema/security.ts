import { z } from '@hono/zod-openapi'
import { text } from '../../platform/contract.ts'
import { Credential } from './sign-in.ts'

const password = z.string().max(200)

export const Session = z
  .object({
    id: z.string(),
    current: z.boolean(),
    userAgent: z.string().nullable(),
    address: z.string().nullable(),
    since: z.string(),
    lastSeen: z.string(),
    until: z.string(),
  })
  .openapi('Session')

export const Passkey = z
  .object({ id: z.string(), name: z.string(), addedAt: z.string().nullable(), synced: z.boolean() })
  .openapi('Passkey')

export const Security = z
  .object({
    email: z.string(),
    hasPassword: z.boolean(),
    secondFactor: z.boolean(),
    sessions: z.array(Session),
    passkeys: z.array(Passkey),
  })
  .openapi('Security')

export const PasswordChange = z.object({ current: password, password }).strict().openapi('PasswordChange')
export const Confirmation = z.object({ password }).strict().openapi('PasswordConfirmation')

export const SecondFactorOffer = z
  .object({
    uri: z.string().openapi({ description: 'otpauth: address, shown as a QR code' }),
    backupCodes: z.array(z.string()),
  })
  .openapi('SecondFactorOffer')
export const BackupCodes = z.object({ backupCodes: z.array(z.string()) }).openapi('BackupCodes')

export const NewPasskey = z
  .object({ name: text(80, 1), response: Credential })
  .strict()
  .openapi('NewPasskey')

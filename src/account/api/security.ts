import { createRoute, z } from '@hono/zod-openapi'
import { answers, body } from '../../platform/contract.ts'
import {
  BackupCodes,
  Confirmation,
  NewPasskey,
  PasswordChange,
  SecondFactorOffer,
  Security,
} from '../schema/security.ts'
import { Credential, SecondFactorCode } from '../schema/sign-in.ts'
import { Done } from './sign-in.ts'

const tags = ['Security']
const path = '/api/me/security'
const one = { params: z.object({ id: z.string().max(64) }) }

export const readSecurity = createRoute({
  method: 'get',
  path,
  tags,
  summary: 'How I sign in, and where I am signed in. Like all of these for a session only, not for a key',
  responses: answers(Security),
})
export const endSession = createRoute({
  method: 'delete',
  path: `${path}/sessions/{id}`,
  tags,
  summary: 'Ends one of my sessions at once',
  request: one,
  responses: answers(Done),
})
export const endOtherSessions = createRoute({
  method: 'delete',
  path: `${path}/sessions`,
  tags,
  summary: 'Ends all my sessions but this one',
  responses: answers(Done),
})
export const changePassword = createRoute({
  method: 'post',
  path: `${path}/password`,
  tags,
  summary: 'Changes my password; other sessions end',
  request: { body: body(PasswordChange) },
  responses: answers(Done),
})
export const beginSecondFactor = createRoute({
  method: 'post',
  path: `${path}/second-factor`,
  tags,
  summary: 'Begins to switch the second factor on: the QR code’s text and the backup codes',
  request: { body: body(Confirmation) },
  responses: answers(SecondFactorOffer),
})
export const confirmSecondFactor = createRoute({
  method: 'post',
  path: `${path}/second-factor/confirmation`,
  tags,
  summary: 'Switches it on with a first code of the app',
  request: { body: body(SecondFactorCode.pick({ code: true })) },
  responses: answers(Done),
})
export const renewBackupCodes = createRoute({
  method: 'post',
  path: `${path}/second-factor/backup-codes`,
  tags,
  summary: 'New backup codes; the old ones stop working',
  request: { body: body(Confirmation) },
  responses: answers(BackupCodes),
})
export const endSecondFactor = createRoute({
  method: 'post',
  path: `${path}/second-factor/end`,
  tags,
  summary: 'Switches the second factor off',
  request: { body: body(Confirmation) },
  responses: answers(Done),
})
export const beginNewPasskey = createRoute({
  method: 'post',
  path: `${path}/passkeys/challenge`,
  tags,
  summary: 'What the browser needs to make a passkey',
  responses: answers(Credential),
})
export const addPasskey = createRoute({
  method: 'post',
  path: `${path}/passkeys`,
  tags,
  summary: 'Adds the passkey that was made',
  request: { body: body(NewPasskey) },
  responses: answers(Done),
})
export const removePasskey = createRoute({
  method: 'delete',
  path: `${path}/passkeys/{id}`,
  tags,
  summary: 'Removes a passkey of mine',
  request: one,
  responses: answers(Done),
})

import { createRoute, z } from '@hono/zod-openapi'
import { answers, body } from '../../platform/contract.ts'
import {
  Credential,
  CredentialAnswer,
  Forgotten,
  NewPassword,
  ProviderStart,
  SecondFactorCode,
  SignIn,
  SignInMethods,
  SignedIn,
} from '../schema/sign-in.ts'

const tags = ['Sign-in']
export const Done = z.object({ done: z.literal(true) }).openapi('Done')

export const readSignInMethods = createRoute({
  method: 'get',
  path: '/api/sign-in',
  tags,
  summary: 'Which ways to sign in there are',
  responses: answers(SignInMethods),
})
export const signIn = createRoute({
  method: 'post',
  path: '/api/sign-in',
  tags,
  summary: 'Signs in with e-mail and password; the session is a cookie',
  request: { body: body(SignIn) },
  responses: answers(SignedIn),
})
export const giveSecondFactor = createRoute({
  method: 'post',
  path: '/api/sign-in/second-factor',
  tags,
  summary: 'The second step, with a code of the app or a backup code',
  request: { body: body(SecondFactorCode) },
  responses: answers(Done),
})
export const beginPasskey = createRoute({
  method: 'post',
  path: '/api/sign-in/passkey/challenge',
  tags,
  summary: 'What the browser needs to ask for a passkey',
  responses: answers(Credential),
})
export const signInWithPasskey = createRoute({
  method: 'post',
  path: '/api/sign-in/passkey',
  tags,
  summary: 'Signs in with what the passkey answered',
  request: { body: body(CredentialAnswer) },
  responses: answers(Done),
})
export const beginProvider = createRoute({
  method: 'post',
  path: '/api/sign-in/provider',
  tags,
  summary: 'Begins to sign in with the OpenID Connect provider',
  responses: answers(ProviderStart),
})
export const forgetPassword = createRoute({
  method: 'post',
  path: '/api/sign-in/forgotten',
  tags,
  summary: 'Mails a link for a new password, if there is such an account; the answer is the same if not',
  request: { body: body(Forgotten) },
  responses: answers(Done),
})
export const chooseNewPassword = createRoute({
  method: 'post',
  path: '/api/sign-in/new-password',
  tags,
  summary: 'Chooses a new password with the token of such a link; ends all sessions',
  request: { body: body(NewPassword) },
  responses: answers(Done),
})
export const signOut = createRoute({
  method: 'post',
  path: '/api/sign-out',
  tags,
  summary: 'Ends this session',
  responses: answers(Done),
})

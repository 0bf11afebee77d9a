import { z } from '@hono/zod-openapi'

const email = z.email('must be an e-mail address').max(200)
const password = z.string().max(200)

export const SignInMethods = z
  .object({
    provider: z
      .string()
      .nullable()
      .openapi({ description: 'Name of the OpenID Connect provider; null when none is set' }),
    mail: z.boolean().openapi({ description: 'Whether a link for a new password can be mailed' }),
  })
  .openapi('SignInMethods')

export const SignIn = z
  .object({ email, password, remember: z.boolean().default(true) })
  .strict()
  .openapi('SignIn')

export const SignedIn = z.object({ next: z.enum(['done', 'second-factor']) }).openapi('SignedIn', {
  description: 'With `second-factor` a code is still missing; nobody is signed in yet',
})

export const SecondFactorCode = z
  .object({
    kind: z
      .enum(['app', 'backup'])
      .openapi({ description: 'A code of the authenticator app, or a backup code' }),
    code: z.string().trim().min(1).max(40),
    trustDevice: z
      .boolean()
      .default(false)
      .openapi({ description: 'Ask no code in this browser for 30 days' }),
  })
  .strict()
  .openapi('SecondFactorCode')

/** What browsers and authenticators exchange (Web Authentication): passed on as it is. */
export const Credential = z.record(z.string(), z.unknown()).openapi('PublicKeyCredential')
export const CredentialAnswer = z
  .object({ response: Credential })
  .strict()
  .openapi('PublicKeyCredentialAnswer')

export const Forgotten = z.object({ email }).strict().openapi('ForgottenPassword')
export const NewPassword = z
  .object({ token: z.string().min(1).max(200), password })
  .strict()
  .openapi('NewPassword')
export const ProviderStart = z
  .object({ url: z.string().openapi({ description: 'Where to send the browser' }) })
  .openapi('ProviderStart')

import { apiKey } from '@better-auth/api-key'
import { passkey } from '@better-auth/passkey'
import { APIError, createAuthMiddleware } from 'better-auth/api'
import { betterAuth } from 'better-auth'
import { genericOAuth, twoFactor } from 'better-auth/plugins'
import type pg from 'pg'
import type { Mail } from '../mail/mail.ts'
import { sendNewPasswordLink } from './new-password-link.ts'
import { weakness } from './password.ts'

export type OidcSettings = { issuer: string; clientId: string; clientSecret: string; name: string }

export type SignInSettings = {
  /** A pool whose search path is the schema sign_in. */
  pool: pg.Pool
  secret: string
  /** The address people open, e.g. http://localhost:3000. */
  url: string
  oidc: OidcSettings | null
  mail: Mail | null
}

/** The header by which it is told the address that asks; ours alone, whatever the asker sent. */
export const addressHeader = 'x-relevo-address'

const passwordPaths = new Set(['/change-password', '/reset-password', '/set-password'])

/**
 * Sign-in: password (strength checked), second factor, passkeys, sessions that can be listed and ended, API keys with
 * scopes, and one OpenID Connect provider by setting. Nobody can sign up by themselves: accounts come from the set-up
 * code or an invitation.
 */
export function createSignIn(settings: SignInSettings) {
  const { oidc, mail } = settings
  return betterAuth({
    appName: 'Relevo',
    database: settings.pool,
    secret: settings.secret,
    baseURL: settings.url,
    basePath: '/api/auth',
    trustedOrigins: [settings.url, settings.url.replace('localhost', '127.0.0.1')],
    telemetry: { enabled: false },
    logger: { disabled: true },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: 10,
      maxPasswordLength: 200,
      revokeSessionsOnPasswordReset: true,
      resetPasswordTokenExpiresIn: 60 * 60,
      ...(mail === null
        ? {}
        : { sendResetPassword: (asked, request) => sendNewPasswordLink(mail, settings.url, asked, request) }),
    },
    // The provider is the company's own, so its word on who somebody is will do; it still makes no accounts.
    account: { accountLinking: { enabled: true, trustedProviders: ['oidc'] } },
    session: { expiresIn: 60 * 60 * 24 * 14, updateAge: 60 * 60 * 24 },
    rateLimit: {
      enabled: true,
      storage: 'database',
      window: 60,
      max: 100,
      customRules: {
        // A whole office may sign in from one address; attempts.ts counts per account besides.
        '/sign-in/email': { window: 60, max: 30 },
        '/two-factor/*': { window: 60, max: 10 },
        '/passkey/*': { window: 60, max: 30 },
        '/request-password-reset': { window: 300, max: 3 },
        '/change-password': { window: 60, max: 10 },
      },
    },
    advanced: {
      cookiePrefix: 'relevo',
      useSecureCookies: settings.url.startsWith('https:'),
      ipAddress: { ipAddressHeaders: [addressHeader] },
    },
    hooks: {
      before: createAuthMiddleware(async (ctx) => {
        if (!passwordPaths.has(ctx.path)) return
        const password: unknown = ctx.body?.newPassword
        const found = typeof password === 'string' ? weakness(password, []) : null
        if (found !== null)
          throw new APIError('UNPROCESSABLE_ENTITY', { code: 'weak-password', message: found })
      }),
    },
    plugins: [
      twoFactor({ issuer: 'Relevo' }),
      passkey({ rpName: 'Relevo', rpID: new URL(settings.url).hostname, origin: settings.url }),
      apiKey({ defaultPrefix: 'rlv_', enableMetadata: true, rateLimit: { enabled: false } }),
      genericOAuth({
        config:
          oidc === null
            ? []
            : [
                {
                  providerId: 'oidc',
                  discoveryUrl: `${oidc.issuer.replace(/\/$/, '')}/.well-known/openid-configuration`,
                  clientId: oidc.clientId,
                  clientSecret: oidc.clientSecret,
                  scopes: ['openid', 'email', 'profile'],
                  disableImplicitSignUp: true,
                },
              ],
      }),
    ],
  })
}

export type SignIn = ReturnType<typeof createSignIn>

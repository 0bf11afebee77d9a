type Status = 401 | 403 | 409 | 422 | 500

/** Codes of the sign-in part and what we call them. */
const known: Readonly<Record<string, { status: Status; code: string }>> = {
  INVALID_EMAIL_OR_PASSWORD: { status: 401, code: 'wrong-password' },
  INVALID_PASSWORD: { status: 422, code: 'invalid-current-password' },
  CREDENTIAL_ACCOUNT_NOT_FOUND: { status: 409, code: 'no-password' },
  INVALID_CODE: { status: 422, code: 'invalid-second-factor' },
  INVALID_BACKUP_CODE: { status: 422, code: 'invalid-second-factor' },
  INVALID_TWO_FACTOR_COOKIE: { status: 409, code: 'second-factor-expired' },
  TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE: { status: 409, code: 'second-factor-expired' },
  ACCOUNT_TEMPORARILY_LOCKED: { status: 409, code: 'second-factor-locked' },
  TOTP_ALREADY_ENABLED: { status: 409, code: 'second-factor-already-on' },
  TOTP_NOT_ENABLED: { status: 409, code: 'second-factor-off' },
  SESSION_NOT_FRESH: { status: 409, code: 'sign-in-again' },
  SESSION_EXPIRED: { status: 409, code: 'sign-in-again' },
  INVALID_TOKEN: { status: 409, code: 'link-expired' },
  TOKEN_EXPIRED: { status: 409, code: 'link-expired' },
  PASSKEY_NOT_FOUND: { status: 409, code: 'passkey-unknown' },
  AUTHENTICATION_FAILED: { status: 409, code: 'passkey-unknown' },
  CHALLENGE_NOT_FOUND: { status: 409, code: 'passkey-expired' },
  FAILED_TO_VERIFY_REGISTRATION: { status: 409, code: 'passkey-not-added' },
  PREVIOUSLY_REGISTERED: { status: 409, code: 'passkey-already-there' },
}

/** How a "no" of the sign-in part is answered. A weak password carries its reason in the message (see auth.ts). */
export function refusalOf(status: number, body: unknown): { status: Status; code: string } {
  const { code, message } = (typeof body === 'object' && body !== null ? body : {}) as Record<string, unknown>
  if (code === 'weak-password') return { status: 422, code: `invalid-password-${String(message)}` }
  const found = typeof code === 'string' ? known[code] : undefined
  if (found !== undefined) return found
  if (status === 401) return { status: 401, code: 'not-signed-in' }
  if (status === 403) return { status: 403, code: 'not-allowed' }
  return status >= 500 ? { status: 500, code: 'unexpected' } : { status: 422, code: 'invalid-input' }
}

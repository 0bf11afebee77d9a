import { request } from '../../platform/web/request/client.ts'
import { RequestProblem } from '../../platform/web/request/problem.ts'

/** Whether this browser can use passkeys by what the server sends (Web Authentication, level 3). */
export function passkeysWork(): boolean {
  return typeof PublicKeyCredential === 'function' && 'parseRequestOptionsFromJSON' in PublicKeyCredential
}

/** Signs in with a passkey. Rejects with the problem; `passkey-cancelled` when the person chose none. */
export async function signInWithPasskey(): Promise<void> {
  const { data, error } = await request.POST('/api/sign-in/passkey/challenge')
  if (error !== undefined) throw error
  const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(data as never)
  const answer = await chosen(navigator.credentials.get({ publicKey }))
  const signedIn = await request.POST('/api/sign-in/passkey', { body: { response: answer } })
  if (signedIn.error !== undefined) throw signedIn.error
}

/** Makes a passkey for the account of this session, known by `name` in the list. */
export async function addPasskey(name: string): Promise<void> {
  const { data, error } = await request.POST('/api/me/security/passkeys/challenge')
  if (error !== undefined) throw error
  const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(data as never)
  const answer = await chosen(navigator.credentials.create({ publicKey }))
  const added = await request.POST('/api/me/security/passkeys', { body: { name, response: answer } })
  if (added.error !== undefined) throw added.error
}

async function chosen(asked: Promise<Credential | null>): Promise<Record<string, unknown>> {
  // Browsers don't tell a "no" from a time-out, nor should they.
  const credential = await asked.catch(() => null)
  if (!(credential instanceof PublicKeyCredential)) throw new RequestProblem('passkey-cancelled', 409)
  return credential.toJSON() as unknown as Record<string, unknown>
}

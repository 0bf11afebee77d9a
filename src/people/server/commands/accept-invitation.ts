import { noteAccess } from '../../../platform/server/access-log.ts'
import type { Actor } from '../../../platform/server/database/actor.ts'
import type { Tx } from '../../../platform/server/database/connect.ts'
import { commandAs, readAs } from '../../../platform/server/database/transaction.ts'
import type { Services } from '../../../platform/server/services.ts'
import {
  accountByEmail,
  createAccount,
  emailOfAccount,
  removeAccount,
  setPassword,
} from '../../../platform/server/sign-in/accounts.ts'
import { endSessions } from '../../../platform/server/sign-in/ending.ts'
import { weakness } from '../../../platform/server/sign-in/password.ts'
import { type Refusal, isRefusal, refuse } from '../../../values/refusal.ts'
import { mayAccept } from '../../invitation.ts'
import { mayInvite } from '../../roles.ts'
import type { Acceptance } from '../../schema/invitation.ts'
import { accountTaken, linkAccount } from '../queries/access.ts'
import { programActor } from '../queries/actor.ts'
import { companyDay } from '../queries/company.ts'
import { companyOfToken, invitationByToken, markAccepted } from '../queries/invitations.ts'
import { rolesOf } from '../queries/roles.ts'
import { hashOfToken } from './invite.ts'

export type Joined = { companyId: string; personId: string; email: string }
type Found = NonNullable<Awaited<ReturnType<typeof invitationByToken>>>

/** What a link is for, to whoever holds it. */
export async function seeInvitation(services: Services, token: string) {
  const actor = await actorOfToken(services, token)
  if (actor === null) return refuse('invitation-unknown')
  const found = await readAs(services.db, actor, (tx) => openInvitation(tx, services, token, false))
  if (isRefusal(found)) return found
  const { company, name, email, expiresAt } = found
  const newPassword = found.accountId !== null
  const hasAccount = !newPassword && (await accountByEmail(services.signIn, email)) !== null
  return { company, name, email, expiresAt: expiresAt.toISOString(), hasAccount, newPassword }
}

/**
 * Links the person to an account: the one that is signed in, or a new one with this password. Where the address has an
 * account already its owner signs in first, by the ordinary way with its limits on guessing.
 */
export async function acceptInvitation(
  services: Services,
  input: Acceptance,
  signedIn: string | null,
): Promise<Joined | Refusal> {
  const actor = await actorOfToken(services, input.token)
  if (actor === null) return refuse('invitation-unknown')
  const seen = await readAs(services.db, actor, (tx) => openInvitation(tx, services, input.token, false))
  if (isRefusal(seen)) return seen
  if (seen.accountId !== null) return await choosePassword(services, actor, input, seen, seen.accountId)
  if (input.password === undefined) {
    return signedIn === null ? refuse('not-signed-in') : await join(services, actor, input.token, signedIn)
  }
  const { email, name, company } = seen
  if ((await accountByEmail(services.signIn, email)) !== null) return refuse('has-account-sign-in')
  const weak = weakness(input.password, [name, email, company])
  if (weak !== null) return refuse(`invalid-password-${weak}`, { facts: { field: 'password' } })
  const account = await createAccount(services.signIn, {
    name,
    email,
    password: input.password,
    emailVerified: seen.mailed,
  })
  try {
    const joined = await join(services, actor, input.token, account)
    if (isRefusal(joined)) await removeAccount(services.signIn, account)
    return joined
  } catch (error) {
    await removeAccount(services.signIn, account)
    throw error
  }
}

/** A link for somebody who has an account: a new password for it, and every session ends. */
async function choosePassword(
  services: Services,
  actor: Actor,
  { token, password = '' }: Acceptance,
  seen: Found,
  account: string,
): Promise<Joined | Refusal> {
  const weak = weakness(password, [seen.name, seen.email, seen.company])
  if (weak !== null) return refuse(`invalid-password-${weak}`, { facts: { field: 'password' } })
  const joined = await join(services, actor, token, account)
  if (isRefusal(joined)) return joined
  await setPassword(services.signIn, account, password)
  await endSessions(services.signIn, account)
  const email = await emailOfAccount(services.signIn, account)
  return { ...joined, email: email ?? joined.email }
}

async function join(
  services: Services,
  actor: Actor,
  token: string,
  account: string,
): Promise<Joined | Refusal> {
  return await commandAs(services.db, actor, 'accept-invitation', async (tx, changes) => {
    const found = await openInvitation(tx, services, token, true)
    if (isRefusal(found)) return found
    const refused = await refuseWiderRoles(tx, found)
    if (refused !== null) return refused
    if (await accountTaken(tx, account, found.personId)) return refuse('account-is-a-colleague')
    // Somebody else's account by now: the link was for what the person had when it was looked at.
    if (found.accountId !== null && found.accountId !== account) return refuse('invitation-used')
    if (found.accountId === null) await linkAccount(tx, found.personId, account)
    await markAccepted(tx, found.id, services.now())
    const joined = { ...actor, personId: found.personId }
    await noteAccess(tx, joined, {
      action: 'invitation.accepted',
      entity: 'person',
      entityId: found.personId,
    })
    if (found.accountId === null) changes.add('person', found.personId)
    return { companyId: actor.organizationId, personId: found.personId, email: found.email }
  })
}

/** Roles may have been added since the link was made that its maker may not hand out. */
async function refuseWiderRoles(tx: Tx, found: Found): Promise<Refusal | null> {
  if (found.invitedBy === null) return null
  const inviter = { id: found.invitedBy, roles: await rolesOf(tx, found.invitedBy) }
  const refused = mayInvite(inviter, await rolesOf(tx, found.personId))
  return refused === null ? null : refuse('invitation-withdrawn')
}

async function openInvitation(
  tx: Tx,
  services: Services,
  token: string,
  lock: boolean,
): Promise<Found | Refusal> {
  const found = await invitationByToken(tx, hashOfToken(token), lock)
  if (found === null) return refuse('invitation-unknown')
  const now = services.now()
  const gone = found.leftOn !== null && found.leftOn < (await companyDay(tx))
  const refused = mayAccept({
    expired: found.expiresAt <= now,
    accepted: found.acceptedAt !== null,
    withdrawn: found.withdrawnAt !== null,
    personIs: gone ? 'gone' : found.accessEndedAt !== null ? 'shut-out' : 'welcome',
  })
  return refused ?? found
}

/** The program acting in the company of a link; nobody is signed in yet. */
async function actorOfToken(services: Services, token: string): Promise<Actor | null> {
  const company = await companyOfToken(services.db, hashOfToken(token))
  return company === null ? null : programActor(company)
}

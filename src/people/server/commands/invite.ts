import { createHash, randomBytes } from 'node:crypto'
import { noteAccess } from '../../../platform/server/access-log.ts'
import type { Actor } from '../../../platform/server/database/actor.ts'
import { commandAs, readAs } from '../../../platform/server/database/transaction.ts'
import type { Services } from '../../../platform/server/services.ts'
import { sentence } from '../../../platform/server/mail/sentences.ts'
import { newId } from '../../../platform/server/uuid.ts'
import { type Refusal, isRefusal, refuse } from '../../../values/refusal.ts'
import { invitationDaysFrom, mayBeInvited } from '../../invitation.ts'
import { lacks } from '../../permissions.ts'
import { mayInvite } from '../../roles.ts'
import { accountOf } from '../queries/access.ts'
import { companiesOfAccount, companyOf } from '../queries/company.ts'
import { insertInvitation, markMailed, withdrawInvitations } from '../queries/invitations.ts'
import { lockPerson } from '../queries/person.ts'
import { rolesOf } from '../queries/roles.ts'
import { roleGiver } from './roles.ts'
import { whenAllowed } from './when-allowed.ts'

export type Sent = { expiresAt: string; mailedTo: string | null; link: string | null }

/** Only a hash of the token is kept: whoever reads the table can't use it. */
export function hashOfToken(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}

/**
 * Makes a link with which a person gets an account (or, having one, a new password), and mails it when a mail server is set. Links made before stop
 * working. The link is answered only when it could not be mailed: then somebody hands it over.
 */
export async function invite(services: Services, actor: Actor, id: string): Promise<Sent | Refusal> {
  const no = lacks(actor, 'people.invite')
  if (no !== null) return no
  const token = randomBytes(32).toString('base64url')
  const now = services.now()
  const elsewhere = await accountElsewhere(services, actor, id)
  const made = await commandAs(services.db, actor, 'invite', async (tx) => {
    const person = await lockPerson(tx, id)
    if (person === null) return refuse('not-found')
    const state: Parameters<typeof mayBeInvited>[0] = {
      email: person.email,
      leftOn: person.left_on,
      account: person.user_id === null ? 'none' : elsewhere ? 'elsewhere-too' : 'here',
      accessEnded: person.access_ended_at !== null,
    }
    const refused = mayBeInvited(state) ?? mayInvite(await roleGiver(tx, actor), await rolesOf(tx, id))
    if (refused !== null) return refused
    const company = await companyOf(tx)
    const days = invitationDaysFrom(company.settings)
    const expires = new Date(now.getTime() + days * 86_400_000)
    await withdrawInvitations(tx, id, now)
    const invitation = newId()
    await insertInvitation(tx, {
      organization_id: actor.organizationId,
      id: invitation,
      person_id: id,
      token_hash: hashOfToken(token),
      email: person.email ?? '',
      mailed: false,
      invited_by: actor.personId,
      invited_at: now,
      expires_at: expires,
    })
    await noteAccess(tx, actor, {
      action: 'invitation.sent',
      entity: 'person',
      entityId: id,
      detail: { newPassword: person.user_id !== null },
    })
    return {
      invitation,
      days,
      expires,
      email: person.email ?? '',
      name: person.name,
      company: company.name,
      language: (person.language ?? company.language) as Language,
    }
  })
  if (isRefusal(made)) return made
  const link = `${services.url}/join#${token}`
  const mailed = await mailLink(services, made, link)
  if (mailed) {
    await commandAs(services.db, actor, 'note-mailed', async (tx) => {
      await markMailed(tx, made.invitation)
    })
  }
  return {
    expiresAt: made.expires.toISOString(),
    mailedTo: mailed ? made.email : null,
    link: mailed ? null : link,
  }
}

async function accountElsewhere(services: Services, actor: Actor, id: string): Promise<boolean> {
  const account = await readAs(services.db, actor, (tx) => accountOf(tx, id))
  return account !== null && (await companiesOfAccount(services.db, account)).length > 1
}

type Language = 'en' | 'es' | 'zh'
type Invited = { email: string; name: string; company: string; language: Language; days: number }

/** False when there is no mail server or it didn't take the letter. */
async function mailLink(services: Services, invited: Invited, link: string): Promise<boolean> {
  if (services.mail === null) return false
  const say = (key: string) =>
    sentence(invited.language, 'people', `mail.${key}`, {
      name: invited.name,
      company: invited.company,
      link,
      days: invited.days,
    })
  try {
    await services.mail({ to: invited.email, subject: say('subject'), text: say('text') })
    return true
  } catch (error) {
    services.log.warn(
      { err: { name: error instanceof Error ? error.name : 'unknown' } },
      'an invitation could not be mailed',
    )
    return false
  }
}

/** Makes the links of a person worthless. */
export async function withdrawInvitation(
  services: Services,
  actor: Actor,
  id: string,
): Promise<{ id: string } | Refusal> {
  return await whenAllowed(services, actor, 'people.invite', 'withdraw-invitation', async (tx) => {
    const withdrawn = await withdrawInvitations(tx, id, services.now())
    if (withdrawn === 0) return refuse('no-invitation')
    await noteAccess(tx, actor, { action: 'invitation.withdrawn', entity: 'person', entityId: id })
    return { id }
  })
}

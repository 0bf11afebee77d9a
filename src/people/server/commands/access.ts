import { noteAccess } from '../../../platform/server/access-log.ts'
import type { Actor } from '../../../platform/server/database/actor.ts'
import { oneAtATime } from '../../../platform/server/database/one-at-a-time.ts'
import { commandAs } from '../../../platform/server/database/transaction.ts'
import type { Services } from '../../../platform/server/services.ts'
import { endKeys, endSessions } from '../../../platform/server/sign-in/ending.ts'
import { type Refusal, isRefusal, refuse } from '../../../values/refusal.ts'
import { lacks } from '../../permissions.ts'
import { mayEndAccess } from '../../roles.ts'
import { setAccessEnded } from '../queries/access.ts'
import { withdrawInvitations } from '../queries/invitations.ts'
import { lockPerson } from '../queries/person.ts'
import { rolesOf } from '../queries/roles.ts'
import { refuseLast, roleGiver } from './roles.ts'
import { whenAllowed } from './when-allowed.ts'

/**
 * Ends a person's access at once (rule 3.8). From the commit on every request of theirs is refused, because the gate
 * asks the person's row; then their sessions end and their keys of this company are gone.
 */
export async function endAccess(
  services: Services,
  actor: Actor,
  id: string,
): Promise<{ id: string } | Refusal> {
  const no = lacks(actor, 'people.invite')
  if (no !== null) return no
  const ended = await commandAs(services.db, actor, 'end-access', async (tx, changes) => {
    await oneAtATime(tx, actor, 'roles')
    const person = await lockPerson(tx, id)
    if (person === null) return refuse('not-found')
    const roles = await rolesOf(tx, id)
    const refused = mayEndAccess(await roleGiver(tx, actor), roles) ?? (await refuseLast(tx, id, roles))
    if (refused !== null) return refused
    await setAccessEnded(tx, id, services.now())
    await withdrawInvitations(tx, id, services.now())
    await noteAccess(tx, actor, { action: 'access.ended', entity: 'person', entityId: id })
    changes.add('person', id)
    return { account: person.user_id }
  })
  if (isRefusal(ended)) return ended
  if (ended.account !== null) {
    await endSessions(services.signIn, ended.account)
    await endKeys(services.signIn, ended.account, actor.organizationId)
  }
  return { id }
}

/** Lets a person in again whose access was ended. Keys are not given back. */
export async function restoreAccess(
  services: Services,
  actor: Actor,
  id: string,
): Promise<{ id: string } | Refusal> {
  return await whenAllowed(services, actor, 'people.invite', 'restore-access', async (tx, changes) => {
    const person = await lockPerson(tx, id)
    if (person === null) return refuse('not-found')
    if (person.access_ended_at === null) return refuse('access-not-ended')
    const refused = mayEndAccess(await roleGiver(tx, actor), await rolesOf(tx, id))
    if (refused !== null) return refused
    await setAccessEnded(tx, id, null)
    await noteAccess(tx, actor, { action: 'access.restored', entity: 'person', entityId: id })
    changes.add('person', id)
    return { id }
  })
}

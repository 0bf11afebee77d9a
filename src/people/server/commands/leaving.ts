import { noteAccess } from '../../../platform/server/access-log.ts'
import type { Actor } from '../../../platform/server/database/actor.ts'
import type { Changes } from '../../../platform/server/database/changes.ts'
import type { Tx } from '../../../platform/server/database/connect.ts'
import { oneAtATime } from '../../../platform/server/database/one-at-a-time.ts'
import type { Services } from '../../../platform/server/services.ts'
import { newId } from '../../../platform/server/uuid.ts'
import { addDays } from '../../../values/calendar.ts'
import type { Day } from '../../../values/day.ts'
import { type Refusal, refuse } from '../../../values/refusal.ts'
import { mayLeave } from '../../leaving.ts'
import { mayEndAccess } from '../../roles.ts'
import type { Leaving } from '../../schema/person.ts'
import { lockPerson } from '../queries/person.ts'
import { continueUnder, managerOn, putUnder, reportings, reportsFrom } from '../queries/postings.ts'
import { restingWith, setLeftOn } from '../queries/leaving.ts'
import { rolesOf } from '../queries/roles.ts'
import { refuseLoop } from './postings.ts'
import { refuseLast, roleGiver } from './roles.ts'
import { whenAllowed } from './when-allowed.ts'

/**
 * Notes a person's last day. Refused while customers are theirs (rule 2.9). From the next day those who reported to
 * them report to whoever is named, else to the leaver's own manager, so that nobody falls out of the tree.
 */
export async function leave(
  services: Services,
  actor: Actor,
  id: string,
  input: Leaving,
): Promise<{ moved: number; reportsTo: string | null } | Refusal> {
  return await whenAllowed(services, actor, 'people.change', 'leave', async (tx, changes) => {
    await oneAtATime(tx, actor, 'roles')
    const person = await lockPerson(tx, id)
    if (person === null) return refuse('not-found')
    const facts = { hiredOn: person.hired_on, leftOn: person.left_on }
    const roles = await rolesOf(tx, id)
    const refused =
      mayLeave(facts, input.on, await restingWith(tx, id)) ??
      mayEndAccess(await roleGiver(tx, actor), roles) ??
      (await refuseLast(tx, id, roles))
    if (refused !== null) return refused
    await setLeftOn(tx, id, input.on)
    await noteAccess(tx, actor, {
      action: 'person.left',
      entity: 'person',
      entityId: id,
      detail: { on: input.on },
    })
    changes.add('person', id)
    return await handOnReports(tx, changes, actor, id, input)
  })
}

async function handOnReports(tx: Tx, changes: Changes, actor: Actor, id: string, input: Leaving) {
  await oneAtATime(tx, actor, 'tree of managers')
  const next = addDays(input.on as Day, 1)
  const to = input.reportsTo === undefined ? await managerOn(tx, id, input.on) : input.reportsTo
  if (to === id) return refuse('invalid-manager-has-left', { facts: { field: 'reportsTo' } })
  const { standing, later } = await reportsFrom(tx, id, next)
  const begun = standing.map((person) => ({ id: person, postingId: newId() }))
  if (begun.length > 0) await continueUnder(tx, begun, to, next, actor.personId)
  if (later.length > 0) await putUnder(tx, later, to, actor.personId)
  for (const posting of [...begun.map((one) => one.postingId), ...later]) changes.add('posting', posting)
  const loop = await refuseLoop(tx, await reportings(tx))
  return loop ?? { moved: begun.length + later.length, reportsTo: to }
}

/** Takes the last day back. Access that was ended by hand stays ended. */
export async function comeBack(
  services: Services,
  actor: Actor,
  id: string,
): Promise<{ id: string } | Refusal> {
  return await whenAllowed(services, actor, 'people.change', 'come-back', async (tx, changes) => {
    const person = await lockPerson(tx, id)
    if (person === null) return refuse('not-found')
    if (person.left_on === null) return refuse('has-not-left')
    const refused = mayEndAccess(await roleGiver(tx, actor), await rolesOf(tx, id))
    if (refused !== null) return refused
    await setLeftOn(tx, id, null)
    await noteAccess(tx, actor, { action: 'person.back', entity: 'person', entityId: id })
    changes.add('person', id)
    return { id }
  })
}

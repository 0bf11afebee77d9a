import { noteAccess } from '../../../platform/server/access-log.ts'
import type { Actor } from '../../../platform/server/database/actor.ts'
import type { Changes } from '../../../platform/server/database/changes.ts'
import type { Tx } from '../../../platform/server/database/connect.ts'
import { oneAtATime } from '../../../platform/server/database/one-at-a-time.ts'
import { commandAs } from '../../../platform/server/database/transaction.ts'
import type { Services } from '../../../platform/server/services.ts'
import { type Refusal, refuse } from '../../../values/refusal.ts'
import { type Role, lacks, roles as allRoles } from '../../permissions.ts'
import { keepsOne, mayGive, mayTake, neverVacant } from '../../roles.ts'
import { companyDay } from '../queries/company.ts'
import { lockPerson } from '../queries/person.ts'
import { grantRoles, holdersOf, revokeRole, rolesOf } from '../queries/roles.ts'

/** Gives a role. */
export async function giveRole(
  services: Services,
  actor: Actor,
  person: string,
  role: Role,
): Promise<{ roles: Role[] } | Refusal> {
  return await commandAs(services.db, actor, 'give-role', async (tx, changes) => {
    if ((await lockPerson(tx, person)) === null) return refuse('not-found')
    const refused = await giveRoles(tx, changes, actor, person, [role])
    return refused ?? { roles: await rolesOf(tx, person) }
  })
}

/** Gives roles inside another command, each noted in the access log; null when all may be given. */
export async function giveRoles(
  tx: Tx,
  changes: Changes,
  actor: Actor,
  person: string,
  wanted: readonly Role[],
): Promise<Refusal | null> {
  const no = lacks(actor, 'people.roles')
  if (no !== null) return no
  const giver = await roleGiver(tx, actor)
  const held = await rolesOf(tx, person)
  const added = wanted.filter((role) => !held.includes(role))
  for (const role of added) {
    const refused = mayGive(giver, role, person)
    if (refused !== null) return refused
    await noteAccess(tx, actor, {
      action: 'role.given',
      entity: 'person',
      entityId: person,
      detail: { role },
    })
  }
  await grantRoles(tx, actor.organizationId, person, added, actor.personId)
  changes.add('person_role', person)
  return null
}

/** Takes a role; the last principal and the last administrator who can sign in keep theirs. */
export async function takeRole(
  services: Services,
  actor: Actor,
  person: string,
  role: Role,
): Promise<{ roles: Role[] } | Refusal> {
  const no = actor.personId === person ? null : lacks(actor, 'people.roles')
  if (no !== null) return no
  return await commandAs(services.db, actor, 'take-role', async (tx, changes) => {
    await oneAtATime(tx, actor, 'roles')
    if ((await lockPerson(tx, person)) === null) return refuse('not-found')
    const refused =
      mayTake(await roleGiver(tx, actor), role, person) ?? (await refuseLast(tx, person, [role]))
    if (refused !== null) return refused
    await revokeRole(tx, person, role)
    await noteAccess(tx, actor, {
      action: 'role.taken',
      entity: 'person',
      entityId: person,
      detail: { role },
    })
    changes.add('person_role', person)
    return { roles: await rolesOf(tx, person) }
  })
}

/** Refuses to lock the company out of its own house: used as well where a person leaves or loses access. */
export async function refuseLast(tx: Tx, person: string, roles: readonly Role[]): Promise<Refusal | null> {
  const day = await companyDay(tx)
  return keepsOne(await holdersOf(tx, neverVacant, day), person, roles)
}

/** The program itself (command line, import) acts with every role; nobody is their own giver then. */
export async function roleGiver(tx: Tx, actor: Actor): Promise<{ id: string; roles: readonly Role[] }> {
  if (actor.personId === null) return { id: '', roles: allRoles }
  return { id: actor.personId, roles: await rolesOf(tx, actor.personId) }
}

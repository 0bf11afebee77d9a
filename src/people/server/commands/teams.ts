import type { Actor } from '../../../platform/server/database/actor.ts'
import type { Services } from '../../../platform/server/services.ts'
import { newId } from '../../../platform/server/uuid.ts'
import { type Refusal, refuse } from '../../../values/refusal.ts'
import { deleteTeam, insertTeam, postsInTeam, renameTeam, teamNamed } from '../queries/teams.ts'
import { whenAllowed } from './when-allowed.ts'

const taken = (name: string) => refuse('team-name-taken', { facts: { field: 'name', name } })

export async function addTeam(
  services: Services,
  actor: Actor,
  name: string,
): Promise<{ id: string } | Refusal> {
  return await whenAllowed(services, actor, 'people.change', 'add-team', async (tx, changes) => {
    if (await teamNamed(tx, name, null)) return taken(name)
    const id = newId()
    await insertTeam(tx, actor.organizationId, id, name)
    changes.add('team', id)
    return { id }
  })
}

export async function changeTeam(
  services: Services,
  actor: Actor,
  id: string,
  input: { name: string; version: number },
): Promise<{ version: number } | Refusal> {
  return await whenAllowed(services, actor, 'people.change', 'change-team', async (tx, changes) => {
    if ((await postsInTeam(tx, id)) === null) return refuse('not-found')
    if (await teamNamed(tx, input.name, id)) return taken(input.name)
    const version = await renameTeam(tx, id, input.version, input.name)
    if (version === null) return refuse('changed-meanwhile')
    changes.add('team', id)
    return { version }
  })
}

/** Only a team that no post names: past posts must stay readable. */
export async function removeTeam(
  services: Services,
  actor: Actor,
  id: string,
): Promise<{ id: string } | Refusal> {
  return await whenAllowed(services, actor, 'people.change', 'remove-team', async (tx, changes) => {
    const posts = await postsInTeam(tx, id)
    if (posts === null) return refuse('not-found')
    if (posts > 0) return refuse('team-in-use', { facts: { posts } })
    await deleteTeam(tx, id)
    changes.add('team', id, null, true)
    return { id }
  })
}

import type { Actor } from '../../../platform/server/database/actor.ts'
import type { Changes } from '../../../platform/server/database/changes.ts'
import type { Tx } from '../../../platform/server/database/connect.ts'
import { oneAtATime } from '../../../platform/server/database/one-at-a-time.ts'
import type { Services } from '../../../platform/server/services.ts'
import { newId } from '../../../platform/server/uuid.ts'
import { type Refusal, refuse } from '../../../values/refusal.ts'
import type { PostingInput } from '../../schema/posting.ts'
import { findLoop } from '../../tree.ts'
import { namesOf } from '../queries/names.ts'
import { lockPerson } from '../queries/person.ts'
import { deletePosting, insertPosting, missingOf, reportings, updatePosting } from '../queries/postings.ts'
import { whenAllowed } from './when-allowed.ts'

/** A post from a day, past or future (rule 7.1). */
export async function addPosting(
  services: Services,
  actor: Actor,
  person: string,
  post: PostingInput,
): Promise<{ id: string } | Refusal> {
  return await whenAllowed(services, actor, 'people.change', 'add-posting', async (tx, changes) => {
    if ((await lockPerson(tx, person)) === null) return refuse('not-found')
    return await placePost(tx, changes, actor, person, null, post)
  })
}

/** Corrects a post that was entered wrongly, its day included. */
export async function correctPosting(
  services: Services,
  actor: Actor,
  person: string,
  posting: string,
  post: PostingInput,
): Promise<{ id: string } | Refusal> {
  return await whenAllowed(services, actor, 'people.change', 'correct-posting', async (tx, changes) => {
    if ((await lockPerson(tx, person)) === null) return refuse('not-found')
    return await placePost(tx, changes, actor, person, posting, post)
  })
}

/** Removes a post; the one before then holds on, which may itself close a circle. */
export async function removePosting(
  services: Services,
  actor: Actor,
  person: string,
  posting: string,
): Promise<{ id: string } | Refusal> {
  return await whenAllowed(services, actor, 'people.change', 'remove-posting', async (tx, changes) => {
    await oneAtATime(tx, actor, 'tree of managers')
    const all = await reportings(tx)
    if (!all.some((one) => one.id === posting && one.personId === person)) return refuse('not-found')
    const loop = await refuseLoop(
      tx,
      all.filter((one) => one.id !== posting),
    )
    if (loop !== null) return loop
    await deletePosting(tx, posting)
    changes.add('posting', posting, null, true)
    return { id: posting }
  })
}

/** Writes a new post, or in place of `posting` a corrected one, when the tree of managers stays a tree on every day. */
export async function placePost(
  tx: Tx,
  changes: Changes,
  actor: Actor,
  person: string,
  posting: string | null,
  post: PostingInput,
): Promise<{ id: string } | Refusal> {
  await oneAtATime(tx, actor, 'tree of managers')
  const missing = await missingOf(tx, post)
  if (missing === 'team') return refuse('invalid-team-is-not-there', { facts: { field: 'teamId' } })
  if (missing === 'manager') return refuse('invalid-manager-is-not-there', { facts: { field: 'managerId' } })
  if (missing === 'left')
    return refuse('invalid-manager-has-left', { rule: '2.9', facts: { field: 'managerId' } })
  const all = await reportings(tx)
  const others = all.filter((one) => one.id !== posting)
  if (posting !== null && !all.some((one) => one.id === posting && one.personId === person)) {
    return refuse('not-found')
  }
  if (others.some((one) => one.personId === person && one.fromDay === post.fromDay)) {
    return refuse('post-on-that-day', { facts: { field: 'fromDay', day: post.fromDay } })
  }
  const loop = await refuseLoop(tx, [
    ...others,
    { personId: person, fromDay: post.fromDay, managerId: post.managerId },
  ])
  if (loop !== null) return loop
  const id = posting ?? newId()
  if (posting === null) await insertPosting(tx, actor.organizationId, id, person, post, actor.personId)
  else await updatePosting(tx, id, post, actor.personId)
  changes.add('posting', id)
  return { id }
}

/** The refusal that names the circle: 'Ana → Luis → Ana'. */
export async function refuseLoop(
  tx: Tx,
  all: Parameters<typeof findLoop>[0],
): Promise<Refusal<'reports-in-a-circle'> | null> {
  const loop = findLoop(all)
  if (loop === null) return null
  const names = await namesOf(tx, loop.people)
  const circle = [...loop.people, loop.people[0] ?? ''].map((id) => names.get(id) ?? '').join(' → ')
  return refuse('reports-in-a-circle', {
    rule: '7.1',
    facts: { field: 'managerId', day: loop.day, people: circle },
  })
}

import type { Actor } from '../../../platform/server/database/actor.ts'
import type { Changes } from '../../../platform/server/database/changes.ts'
import type { Tx } from '../../../platform/server/database/connect.ts'
import { commandAs } from '../../../platform/server/database/transaction.ts'
import type { Services } from '../../../platform/server/services.ts'
import { newId } from '../../../platform/server/uuid.ts'
import { type Refusal, refuse } from '../../../values/refusal.ts'
import type { NewView, View } from '../../schema/view.ts'
import { deleteView, insertView, updateView, viewsFor } from '../queries/views.ts'
import { codeTaken } from './refusals.ts'

/** Saves a view of the list under a name of one's own; refuses a name that one has used. */
export async function saveView(services: Services, actor: Actor, view: NewView): Promise<View | Refusal> {
  return await onViews(services, actor, 'save-view', async (tx, changes) => {
    const id = newId()
    await insertView(tx, id, view)
    changes.add('saved_view', id)
    return await oneView(tx, id)
  })
}

export async function changeView(
  services: Services,
  actor: Actor,
  id: string,
  view: NewView,
): Promise<View | Refusal> {
  return await onViews(services, actor, 'change-view', async (tx, changes) => {
    if (!(await updateView(tx, id, view))) return refuse('not-found')
    changes.add('saved_view', id)
    return await oneView(tx, id)
  })
}

export async function removeView(
  services: Services,
  actor: Actor,
  id: string,
): Promise<{ id: string } | Refusal> {
  return await onViews(services, actor, 'remove-view', async (tx, changes) => {
    if (!(await deleteView(tx, id))) return refuse('not-found')
    changes.add('saved_view', id, null, true)
    return { id }
  })
}

async function onViews<T>(
  { db }: Services,
  actor: Actor,
  name: string,
  work: (tx: Tx, changes: Changes) => Promise<T | Refusal>,
): Promise<T | Refusal> {
  if (!actor.may.includes('customers.read') || actor.personId === null) return refuse('not-allowed')
  return await commandAs(db, actor, name, work).catch(codeTaken)
}

async function oneView(tx: Tx, id: string): Promise<View | Refusal> {
  const [view] = await viewsFor(tx, id)
  return view ?? refuse('not-found')
}

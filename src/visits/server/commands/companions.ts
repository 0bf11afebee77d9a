import type { Actor } from '../../../platform/server/database/actor.ts'
import type { Services } from '../../../platform/server/services.ts'
import type { Refusal } from '../../../values/refusal.ts'
import type { Visit } from '../../schema/visit.ts'
import { companionRow, confirmCompanion, deleteCompanion } from '../queries/companions.ts'
import { onVisit } from './on-visit.ts'

/** Takes somebody off a visit again. */
export async function removeCompanion(
  services: Services,
  actor: Actor,
  id: string,
  person: string,
): Promise<Visit | Refusal> {
  return await onVisit(services, actor, { action: 'join', id }, async ({ tx, changes, visit }) => {
    const row = await companionRow(tx, id, person)
    if (row === null) return
    await deleteCompanion(tx, row.id)
    changes.add('visit_companion', row.id, visit.customer.id, true)
  })
}

/** A companion says to have been there: a joint visit counts as recorded by both (rule 3.5). */
export async function confirmVisit(services: Services, actor: Actor, id: string): Promise<Visit | Refusal> {
  return await onVisit(services, actor, { action: 'confirm', id }, async ({ tx, changes, visit, now }) => {
    const row = actor.personId === null ? null : await companionRow(tx, id, actor.personId)
    if (row === null || row.confirmed) return
    await confirmCompanion(tx, row.id, now)
    changes.add('visit_companion', row.id, visit.customer.id)
  })
}

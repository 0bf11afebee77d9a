import { type Work, inRegister } from '../../../customers/server/commands/in-register.ts'
import { lockLedger } from '../../../ownership/server/queries/ledger.ts'
import type { Actor } from '../../../platform/server/database/actor.ts'
import type { Services } from '../../../platform/server/services.ts'
import { type Refusal, isRefusal, refuse } from '../../../values/refusal.ts'
import type { Visit } from '../../schema/visit.ts'
import { type VisitAction, isAlready, refusesAction, visitActions } from '../../visit.ts'
import { standingIn, visitWith } from '../queries/visit.ts'
import { customerOfVisit, lockVisit } from '../queries/write.ts'

export type VisitWork = Work & { readonly visit: Visit; readonly now: Date }

/**
 * Runs an action on one visit, locked until it ends, when its state and the asker's standing allow it (rule 4.3). Where
 * the visit already is where the action leads, the answer is how it stands: what is sent twice happened once (rule 9.2).
 */
export async function onVisit(
  services: Services,
  actor: Actor,
  { action, id }: { action: VisitAction; id: string },
  work: (in_: VisitWork) => Promise<Refusal | void>,
): Promise<Visit | Refusal> {
  return await inRegister(services, actor, `visit-${action}`, 'visits.write', async (in_) => {
    const { tx, changes } = in_
    // Before the visit, as whoever changes the ledger takes the two: whom it is planned as is asked of the ledger.
    if (action === 'move' || action === 'restore') await lockLedger(tx, await customerOfVisit(tx, id))
    const visit = (await lockVisit(tx, id)) ? await visitWith(tx, id, actor) : null
    if (visit === null) return refuse('not-found')
    if (isAlready(action, visit.state)) return visit
    const refusal = refusesAction(action, visit.state, standingIn(visit, actor))
    if (refusal !== null) return refusal
    const refused = await work({ ...in_, visit, now: services.now() })
    if (isRefusal(refused)) return refused
    changes.add('visit', id, visit.customer.id)
    // Whoever saw the customer for this visit alone and gives it away sees it for the last time.
    const last = {
      ...visit,
      state: visitActions[action].to ?? visit.state,
      may: [],
      version: visit.version + 1,
    }
    return (await visitWith(tx, id, actor)) ?? last
  })
}

/** What the database refused because the id is taken by something else; everything else goes on being thrown. */
export function idTaken(error: unknown): Refusal<'already-there'> {
  const constraint = error instanceof Error && 'constraint' in error ? String(error.constraint) : ''
  if (/^(visit|visit_task|promise)_pkey$/.test(constraint)) return refuse('already-there')
  throw error
}

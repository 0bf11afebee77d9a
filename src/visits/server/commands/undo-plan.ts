import { inRegister } from '../../../customers/server/commands/in-register.ts'
import { lockLedger } from '../../../ownership/server/queries/ledger.ts'
import type { Actor } from '../../../platform/server/database/actor.ts'
import type { Services } from '../../../platform/server/services.ts'
import { type Refusal, refuse } from '../../../values/refusal.ts'
import { mayLookAt } from '../due-page.ts'
import { lockPlan, lockPlanned, markUndone, placeVisits } from '../queries/save-plan.ts'

/** Takes a saved plan back: what it added is cancelled, what it moved or cancelled stands as before. Only as long as nothing of it changed since. */
export async function undoPlan(
  services: Services,
  actor: Actor,
  id: string,
): Promise<{ planId: string; visits: number } | Refusal> {
  return await inRegister(services, actor, 'undo-plan', 'visits.write', async ({ tx, changes }) => {
    const plan = await lockPlan(tx, id)
    if (plan === null || !mayLookAt(actor, plan.personId)) return refuse('not-found')
    await lockLedger(
      tx,
      plan.steps.map(({ customerId }) => customerId),
    )
    const now = new Map(
      (await lockPlanned(tx, { ids: plan.steps.map(({ visitId }) => visitId) })).map((one) => [one.id, one]),
    )
    if (plan.steps.some(({ visitId, version }) => now.get(visitId)?.version !== version))
      return refuse('plan-changed', { rule: '4.1' })
    await placeVisits(
      tx,
      plan.steps.map(({ visitId, before }) => {
        const stands = now.get(visitId)
        return before === null
          ? { id: visitId, plannedOn: stands?.plannedOn ?? '', position: null, cancelled: true }
          : { id: visitId, ...before }
      }),
    )
    changes.addAll(
      'visit',
      plan.steps.map(({ visitId, customerId }) => ({ id: visitId, customerId })),
    )
    await markUndone(tx, id)
    return { planId: id, visits: plan.steps.length }
  })
}

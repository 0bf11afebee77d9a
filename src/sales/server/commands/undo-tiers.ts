import { registerFacts } from '../../../customers/server/queries/company.ts'
import { rescore } from '../../../customers/server/queries/completeness.ts'
import { lacks } from '../../../people/permissions.ts'
import type { Actor } from '../../../platform/server/database/actor.ts'
import { oneAtATime } from '../../../platform/server/database/one-at-a-time.ts'
import { commandAs } from '../../../platform/server/database/transaction.ts'
import type { Services } from '../../../platform/server/services.ts'
import { type Refusal, refuse } from '../../../values/refusal.ts'
import { emit } from '../../../webhooks/server/commands/emit.ts'
import { mostCustomers } from '../../../webhooks/event-types.ts'
import { closeTierRun, restoreTiers, stillAsComputed, tierRunKept } from '../queries/tier-runs.ts'

/**
 * Takes a computation back as a whole, the latest first: each customer that is still as it left it has its tier of before.
 * Those that somebody set by hand since stay as they are.
 */
export async function undoTiers(
  services: Services,
  actor: Actor,
  id: string,
): Promise<{ id: string; restored: number } | Refusal> {
  const no = lacks(actor, 'tiers.compute')
  if (no !== null) return no
  return await commandAs(services.db, actor, 'undo-tiers', async (tx, changes) => {
    await oneAtATime(tx, actor, 'compute-tiers')
    const run = await tierRunKept(tx, id)
    if (run === null) return refuse('not-found')
    if (run.undone) return refuse('already-undone')
    if (!run.latest) return refuse('recorded-later')
    const restored = await stillAsComputed(tx, id)
    if (restored.length > 0) await restoreTiers(tx, id, restored)
    await closeTierRun(tx, id)
    changes.add('tier_run', id)
    changes.addAll(
      'customer',
      restored.map((customer) => ({ id: customer, customerId: customer })),
    )
    const { settings } = await registerFacts(tx, actor, services.now)
    if (restored.length > 0) await rescore(tx, restored, settings.weights)
    const all = `/api/tiers/runs/${id}/moves`
    const customerIds = restored.slice(0, mostCustomers)
    await emit(tx, 'tiers.undone', { runId: id, count: restored.length, customerIds, all })
    return { id, restored: restored.length }
  })
}

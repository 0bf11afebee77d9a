import { refusalToMove } from '../../../ownership/server/commands/may-move.ts'
import { onCustomer } from '../../../customers/server/commands/in-register.ts'
import { emitBatch } from '../../../ownership/server/commands/emit-batch.ts'
import { lockLedger, recordEntries } from '../../../ownership/server/queries/ledger.ts'
import type { Actor } from '../../../platform/server/database/actor.ts'
import type { Services } from '../../../platform/server/services.ts'
import { type Refusal, refuse } from '../../../values/refusal.ts'
import { ownerOf } from '../queries/protection.ts'
import { readPoolRules } from '../queries/rules.ts'
import { tellManager } from './tell-of-pool.ts'

/** Gives a customer of one's own back to the pool, with a reason; the cool-down counts from here (rule 2.4). */
export async function giveBack(
  services: Services,
  actor: Actor,
  customerId: string,
  reason: string,
): Promise<{ customerId: string; batchId: string | null } | Refusal> {
  return await onCustomer(
    services,
    actor,
    'give-customer-back',
    'customers.claim',
    customerId,
    async ({ tx, changes, facts }) => {
      const { rules } = await readPoolRules(tx)
      if (!rules.claims.giveBack) return refuse('giving-back-is-off', { rule: '2.4' })
      await lockLedger(tx, [customerId])
      const owner = await ownerOf(tx, customerId)
      if (owner === null || owner !== actor.personId) return refuse('not-yours', { rule: '2.4' })
      const refusal = await refusalToMove(tx, actor, [customerId])
      if (refusal !== null) return refusal
      const { today } = facts
      const entry = { customerId, role: 'owner', seat: 0, from: today, personId: null } as const
      const batch = { cause: 'released', note: reason, today }
      const batchId = await recordEntries(tx, changes, batch, [entry])
      if (batchId !== null)
        await tellManager(tx, changes, 'customer-given-back', { personId: owner, customerId, batchId, today })
      await emitBatch(tx, today, batchId)
      return { customerId, batchId }
    },
  )
}

import { onCustomer } from '../../../customers/server/commands/in-register.ts'
import { saveCustomer } from '../../../customers/server/commands/save.ts'
import type { Actor } from '../../../platform/server/database/actor.ts'
import type { Services } from '../../../platform/server/services.ts'
import type { Refusal } from '../../../values/refusal.ts'
import { type TierShift, shifted } from '../../tier.ts'
import { baseOf } from '../queries/tier-of.ts'

/**
 * Gives a customer's tier back to the computation, perhaps one step up for its potential or down for its risk, with the
 * reason (rule 1.8). It holds at once where sales have been looked at before, else from the next computation on.
 */
export async function letTierBeComputed(
  services: Services,
  actor: Actor,
  id: string,
  { shift, reason }: { shift: TierShift; reason: string | null },
): Promise<{ version: number } | Refusal> {
  return await onCustomer(services, actor, 'compute-tier-of', 'customers.change', id, async (in_) => {
    const base = await baseOf(in_.tx, id)
    const tier = base === null ? in_.row['tier'] : shifted(base, shift)
    const columns = {
      tier,
      tier_by: tier === null ? null : 'computed',
      tier_reason: null,
      tier_shift: shift,
      tier_shift_reason: shift === 0 ? null : reason,
    }
    return { version: await saveCustomer(in_, in_.row, columns, { cause: 'tier-by-sales' }) }
  })
}

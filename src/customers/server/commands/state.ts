import type { Actor } from '../../../platform/server/database/actor.ts'
import type { Services } from '../../../platform/server/services.ts'
import { type Refusal, refuse } from '../../../values/refusal.ts'
import { recordHistory } from '../queries/history.ts'
import { updateCustomer } from '../queries/save.ts'
import { onCustomer } from './in-register.ts'
import { saveCustomer } from './save.ts'

type Answer = Promise<{ version: number } | Refusal>

/** Says that the profile is right as it is: fresh from today (rule 1.3). */
export async function confirmCustomer(services: Services, actor: Actor, id: string): Answer {
  return await onCustomer(
    services,
    actor,
    'confirm-customer',
    'customers.change',
    id,
    async ({ tx, changes, facts, row }) => {
      const version = await updateCustomer(tx, id, {}, facts.today)
      changes.add('customer', id, id)
      const fields = { confirmed_on: [row['confirmed_on'] ?? null, facts.today] as const }
      await recordHistory(tx, [
        { customerId: id, entity: 'customer', entityId: id, act: 'changed', fields, cause: 'confirmed' },
      ])
      return { version }
    },
  )
}

/** Closes an outlet that is no more, or opens it again; the reason is kept in the history. */
export async function setStatus(
  services: Services,
  actor: Actor,
  id: string,
  to: { status: 'active' | 'closed'; reason: string },
): Answer {
  const name = to.status === 'closed' ? 'close-customer' : 'reopen-customer'
  return await onCustomer(services, actor, name, 'customers.change.protected', id, async (in_) => {
    if (in_.row['status'] === to.status)
      return refuse(to.status === 'closed' ? 'already-closed' : 'not-closed')
    const version = await updateCustomer(in_.tx, id, { status: to.status }, in_.facts.today)
    in_.changes.add('customer', id, id)
    const fields = { status: [in_.row['status'], to.status], reason: [null, to.reason] } as const
    await recordHistory(in_.tx, [
      { customerId: id, entity: 'customer', entityId: id, act: 'changed', fields, cause: to.status },
    ])
    return { version }
  })
}

/** Sets the tier by hand; it stays until it is given back to the computation, the reason beside it (rule 1.8). */
export async function setTier(
  services: Services,
  actor: Actor,
  id: string,
  { tier, reason }: { tier: 'A' | 'B' | 'C' | null; reason: string },
): Answer {
  const columns = {
    tier,
    tier_reason: reason,
    tier_by: tier === null ? null : 'hand',
    tier_shift: 0,
    tier_shift_reason: null,
  }
  return await onCustomer(services, actor, 'set-tier', 'customers.change', id, async (in_) => ({
    version: await saveCustomer(in_, in_.row, columns, { cause: 'tier-by-hand' }),
  }))
}

import type { Actor } from '../../../platform/server/database/actor.ts'
import type { Services } from '../../../platform/server/services.ts'
import { type Refusal, refuse } from '../../../values/refusal.ts'
import { onCustomer } from '../../../customers/server/commands/in-register.ts'
import { wholeCustomer, entryOn } from '../../ledger.ts'
import { claimedDayOf, insertDecision, moveRegistration } from '../queries/claimed-day.ts'
import { entriesOf } from '../queries/history.ts'
import { lockLedger, recordEntries } from '../queries/ledger.ts'

/**
 * Accepts the day on which a device without signal registered a customer, or not (rule 2.3): nobody their own. When
 * accepted, the customer counts from that day, and its first owner is responsible from it.
 */
export async function decideClaimedDay(
  services: Services,
  actor: Actor,
  customerId: string,
  accept: boolean,
): Promise<{ id: string } | Refusal> {
  if (actor.personId === null) return refuse('not-allowed')
  return await onCustomer(
    services,
    actor,
    'decide-claimed-day',
    'collisions.rule',
    customerId,
    async ({ tx, changes, facts }) => {
      await lockLedger(tx, [customerId])
      const claimed = await claimedDayOf(tx, customerId)
      if (claimed === null) return refuse('nothing-claimed', { rule: '2.3' })
      if (claimed.accepted !== null) return refuse('already-decided')
      const entries = (await entriesOf(tx, [customerId])).filter(
        ({ line, role }) => line === wholeCustomer && role === 'owner',
      )
      const owner = entryOn(entries, claimed.receivedOn)?.personId ?? null
      if (actor.personId === claimed.claimedBy || actor.personId === owner)
        return refuse('own-case', { rule: '2.3' })
      await insertDecision(tx, customerId, accept)
      changes.add('claimed_day_decision', customerId, customerId)
      if (!accept) return { id: customerId }
      await moveRegistration(tx, customerId, claimed.claimedOn)
      changes.add('customer', customerId, customerId)
      const about = { kind: 'claimed-day', id: customerId }
      const first = { customerId, role: 'owner', seat: 0, from: claimed.claimedOn, personId: owner } as const
      await recordEntries(tx, changes, { cause: 'registered', about, today: facts.today }, [first])
      return { id: customerId }
    },
  )
}

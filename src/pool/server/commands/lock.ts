import { inRegister, onCustomer } from '../../../customers/server/commands/in-register.ts'
import type { Actor } from '../../../platform/server/database/actor.ts'
import type { Services } from '../../../platform/server/services.ts'
import { newId } from '../../../platform/server/uuid.ts'
import { addDays } from '../../../values/calendar.ts'
import { type Refusal, refuse } from '../../../values/refusal.ts'
import { insertLock, liftLock, lockToLift } from '../queries/locks.ts'
import { ownerOf } from '../queries/protection.ts'

/** Keeps a customer for its owner until a day, with a reason: until then it doesn't return to the pool (rule 2.4). */
export async function keepCustomer(
  services: Services,
  actor: Actor,
  customerId: string,
  { until, reason }: { until: string; reason: string },
): Promise<{ id: string } | Refusal> {
  return await onCustomer(
    services,
    actor,
    'keep-customer',
    'customers.assign',
    customerId,
    async ({ tx, changes, facts: { today } }) => {
      if (until < today) return refuse('invalid-past', { rule: '2.4' })
      if (until > addDays(today, 366)) return refuse('invalid-too-long', { rule: '2.4' })
      const personId = await ownerOf(tx, customerId)
      if (personId === null) return refuse('in-pool', { rule: '2.4' })
      const id = newId()
      await insertLock(tx, { id, customerId, personId, from: today, to: until, reason })
      changes.add('protection_lock', id, customerId)
      return { id }
    },
  )
}

/** Ends the keeping of a customer from today. */
export async function endKeeping(
  services: Services,
  actor: Actor,
  id: string,
): Promise<{ id: string } | Refusal> {
  return await inRegister(
    services,
    actor,
    'end-keeping',
    'customers.assign',
    async ({ tx, changes, facts: { today } }) => {
      const customerId = await lockToLift(tx, id, today)
      if (customerId === null) return refuse('not-found')
      await liftLock(tx, id, today)
      changes.add('protection_lock', id, customerId)
      return { id }
    },
  )
}

import type { Actor } from '../../platform/server/database/actor.ts'
import type { Tx } from '../../platform/server/database/connect.ts'
import type { Day } from '../../values/day.ts'
import { type Refusal, refuse } from '../../values/refusal.ts'
import { claimedDayOf, registeredOn } from './queries/claimed-day.ts'

export type RegistrationDay = {
  registeredOn: Day
  receivedOn: Day
  claimedOn: Day | null
  accepted: boolean | null
  mayDecide: boolean
}

/** From which day a customer counts as registered, and whether a device claims an earlier one (rule 2.3). */
export async function registrationDay(
  tx: Tx,
  actor: Actor,
  id: string,
): Promise<RegistrationDay | Refusal<'not-found'>> {
  const day = await registeredOn(tx, id)
  if (day === null) return refuse('not-found')
  const claimed = await claimedDayOf(tx, id)
  const isWaiting = claimed !== null && claimed.accepted === null
  return {
    registeredOn: day,
    receivedOn: claimed?.receivedOn ?? day,
    claimedOn: claimed?.claimedOn ?? null,
    accepted: claimed?.accepted ?? null,
    mayDecide: isWaiting && actor.may.includes('collisions.rule') && actor.personId !== claimed.claimedBy,
  }
}

import { addDays } from '../values/calendar.ts'
import type { Day } from '../values/day.ts'
import { type Refusal, refuse } from '../values/refusal.ts'

/** A device may have been without signal for so many days; an earlier claim needs other evidence. */
export const mostDaysOffline = 60

/**
 * The day that a device says it registered the customer, beside the one on which the company received it (rule 2.3): null
 * when they are the same. Refused when it lies ahead or too far back.
 */
export function claimedDay(
  claimed: Day | null,
  received: Day,
): Day | null | Refusal<'invalid-future-day' | 'invalid-too-early'> {
  if (claimed === null || claimed === received) return null
  if (claimed > received) return refuse('invalid-future-day', { rule: '2.3' })
  return claimed < addDays(received, -mostDaysOffline)
    ? refuse('invalid-too-early', { rule: '2.3', facts: { days: mostDaysOffline } })
    : claimed
}

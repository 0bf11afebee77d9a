import { addDays, addMonths, firstOfMonth } from '../values/calendar.ts'
import { type Day, partsOf } from '../values/day.ts'
import type { TierRhythm } from './tier-rules.ts'

const months = { month: 1, quarter: 3, year: 12 } as const

/**
 * The last day of the month, quarter or year before today's: what a computation that runs by itself looks back from, the
 * same on whichever day it comes to run. Null when none runs by itself.
 */
export function lastPeriodEnd(today: Day, every: TierRhythm): Day | null {
  if (every === 'never') return null
  const { month } = partsOf(today)
  const into = (month - 1) % months[every]
  return addDays(addMonths(firstOfMonth(today), -into), -1)
}

/** The first day after today on which it runs by itself; null when never. */
export function nextRunOn(today: Day, every: TierRhythm): Day | null {
  const end = lastPeriodEnd(today, every)
  return end === null || every === 'never' ? null : addMonths(addDays(end, 1), months[every])
}

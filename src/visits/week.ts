import { addDays } from '../values/calendar.ts'
import { type Day, dayNumber } from '../values/day.ts'

/** The seven days of the week that a day lies in; `weekStart` is 0 Sunday to 6 Saturday. */
export function weekOf(day: Day, weekStart: number): Day[] {
  // 1 January 1970 was a Thursday.
  const weekday = (((dayNumber(day) + 4) % 7) + 7) % 7
  const first = addDays(day, -((weekday - weekStart + 7) % 7))
  return Array.from({ length: 7 }, (_, n) => addDays(first, n))
}

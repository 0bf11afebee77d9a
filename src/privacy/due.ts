import { addMonths, daysBetween } from '../values/calendar.ts'
import type { Day } from '../values/day.ts'

/** A request is to be answered within one month (GDPR art. 12.3; rule 10.3). */
export function dueOn(receivedOn: Day): Day {
  return addMonths(receivedOn, 1)
}

/** Days left until a request is due; negative when it is late. */
export function daysLeft(due: Day, today: Day): number {
  return daysBetween(today, due)
}

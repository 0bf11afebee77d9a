import { addMonths, lastOfMonth } from '../values/calendar.ts'
import { type Day, parseDay } from '../values/day.ts'

/** A calendar month such as 2026-03. */
export type Month = string

/** The month that a day lies in. */
export function monthOf(day: Day): Month {
  return day.slice(0, 7)
}

/** The first day of a month; throws RangeError when there is no such month. */
export function firstDayOf(month: Month): Day {
  const day = parseDay(`${month}-01`)
  if (day === null) throw new RangeError(`${month} is no month`)
  return day
}
export function lastDayOf(month: Month): Day {
  return lastOfMonth(firstDayOf(month))
}

/** The month so many months later, earlier when negative. */
export function monthsLater(month: Month, count: number): Month {
  return monthOf(addMonths(firstDayOf(month), count))
}

/** Every month from the first to the last, both included; none when the last is earlier. */
export function monthsFrom(first: Month, last: Month): Month[] {
  const months: Month[] = []
  for (let month = first; month <= last; month = monthsLater(month, 1)) months.push(month)
  return months
}

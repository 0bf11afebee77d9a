import { type Day, dayFromNumber, dayNumber, dayOf, partsOf } from './day.ts'

/** -1, 0 or 1, for sorting: earlier days first. */
export function compareDays(a: Day, b: Day): -1 | 0 | 1 {
  if (a === b) return 0
  return a < b ? -1 : 1
}

/** The day `days` later (earlier when negative). Throws RangeError outside the years 1 to 9999. */
export function addDays(day: Day, days: number): Day {
  return dayFromNumber(dayNumber(day) + days)
}

/** Whole days from `from` to `to`: 1 for tomorrow, negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return dayNumber(to) - dayNumber(from)
}

/** Monday 1 to Sunday 7, as ISO 8601 counts. */
export function weekday(day: Day): 1 | 2 | 3 | 4 | 5 | 6 | 7 {
  const sinceMonday = (((dayNumber(day) + 3) % 7) + 7) % 7
  return (sinceMonday + 1) as 1 | 2 | 3 | 4 | 5 | 6 | 7
}

/** The first day of the week that `day` is in, for weeks that begin on `firstWeekday` (1 Monday to 7 Sunday). */
export function firstOfWeek(day: Day, firstWeekday: number): Day {
  return addDays(day, -((weekday(day) - firstWeekday + 7) % 7))
}

export function firstOfMonth(day: Day): Day {
  return addDays(day, 1 - partsOf(day).day)
}

export function lastOfMonth(day: Day): Day {
  const { year, month } = partsOf(day)
  for (const date of [31, 30, 29]) {
    const last = dayOf(year, month, date)
    if (last !== null) return last
  }
  return dayOf(year, month, 28) as Day
}

/**
 * The same day of the month, `months` later (earlier when negative); the month's last day where that month
 * is shorter: 31 January + 1 month = 28 or 29 February. Throws RangeError outside the years 1 to 9999.
 */
export function addMonths(day: Day, months: number): Day {
  const { year, month, day: date } = partsOf(day)
  const count = year * 12 + month - 1 + months
  const first = dayOf(Math.floor(count / 12), (count % 12) + 1, 1)
  if (first === null) throw new RangeError(`${months} months from ${day} is outside the calendar`)
  const last = lastOfMonth(first)
  return date > partsOf(last).day ? last : addDays(first, date - 1)
}

/**
 * Whole months from `from` to `to`: the greatest n for which `addMonths(from, n)` is not after `to`;
 * the negative of the reverse when `to` is earlier.
 */
export function monthsBetween(from: Day, to: Day): number {
  if (to < from) return 0 - monthsBetween(to, from)
  const a = partsOf(from)
  const b = partsOf(to)
  const months = (b.year - a.year) * 12 + b.month - a.month
  return addMonths(from, months) > to ? months - 1 : months
}

/** An interval of every week: Monday is 1, times 'HH:MM', `to` may be '24:00' and is not part of it. */
export type WeeklyInterval = { readonly day: number; readonly from: string; readonly to: string }

/** Whether the text is a time of day from 00:00 to 24:00. */
export function isClockTime(text: string): boolean {
  return /^(?:[01]\d|2[0-3]):[0-5]\d$|^24:00$/.test(text)
}

/** What is wrong with the hours and with which interval (its index), or null. */
export function weeklyHoursProblem(hours: readonly WeeklyInterval[]): { at: number; rule: string } | null {
  for (const [at, one] of hours.entries()) {
    if (one.from >= one.to) return { at, rule: 'must end after it begins; split what goes past midnight' }
    const earlier = hours.slice(0, at)
    const overlaps = earlier.some(
      (other) => other.day === one.day && other.from < one.to && one.from < other.to,
    )
    if (overlaps) return { at, rule: 'must not overlap another interval of the same day' }
  }
  return null
}

/** Whether the outlet is open on this weekday (1 Monday to 7) at this time 'HH:MM'; null when the hours aren't known. */
export function isOpenAt(hours: readonly WeeklyInterval[] | null, day: number, time: string): boolean | null {
  if (hours === null || hours.length === 0) return null
  return hours.some((one) => one.day === day && one.from <= time && time < one.to)
}

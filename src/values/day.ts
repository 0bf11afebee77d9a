declare const dayMark: unique symbol

/**
 * A calendar day of the company, 'YYYY-MM-DD' (years 0001 to 9999, proleptic Gregorian), with no time zone.
 * Days sort as text: `a < b` means a is earlier.
 */
export type Day = string & { readonly [dayMark]: true }

const lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
const epochNumber = 719_528

function isLeap(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
}

function lengthOfMonth(year: number, month: number): number {
  return month === 2 && isLeap(year) ? 29 : (lengths[month - 1] ?? 0)
}

function padded(number: number, width: number): string {
  return String(number).padStart(width, '0')
}

/** The parts of a day: month 1-12, day 1-31. */
export function partsOf(day: Day): { year: number; month: number; day: number } {
  return { year: Number(day.slice(0, 4)), month: Number(day.slice(5, 7)), day: Number(day.slice(8, 10)) }
}

/** The day with these parts, or null when there is no such day (30 February, year 0). */
export function dayOf(year: number, month: number, day: number): Day | null {
  const whole = Number.isInteger(year) && Number.isInteger(month) && Number.isInteger(day)
  if (!whole || year < 1 || year > 9999 || month < 1 || month > 12) return null
  if (day < 1 || day > lengthOfMonth(year, month)) return null
  return `${padded(year, 4)}-${padded(month, 2)}-${padded(day, 2)}` as Day
}

/** Reads exactly 'YYYY-MM-DD'; null when it is not that, or no such day exists. */
export function parseDay(text: string): Day | null {
  const found = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  return found === null ? null : dayOf(Number(found[1]), Number(found[2]), Number(found[3]))
}

/** Days since 1970-01-01 (negative before). */
export function dayNumber(day: Day): number {
  const { year, month, day: date } = partsOf(day)
  const before = year - 1
  let number = year * 365 + Math.floor(before / 4) - Math.floor(before / 100) + Math.floor(before / 400)
  for (let m = 1; m < month; m++) number += lengthOfMonth(year, m)
  return number + date - epochNumber
}

/** The day this many days after 1970-01-01. Throws RangeError outside the years 1 to 9999. */
export function dayFromNumber(number: number): Day {
  // 400 years always have 146,097 days; shifting the year's start to 1 March puts the leap day last.
  const shifted = number + 719_468
  const era = Math.floor(shifted / 146_097)
  const ofEra = shifted - era * 146_097
  const yearOfEra = Math.floor(
    (ofEra - Math.floor(ofEra / 1460) + Math.floor(ofEra / 36_524) - Math.floor(ofEra / 146_096)) / 365,
  )
  const ofYear = ofEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const marchMonth = Math.floor((5 * ofYear + 2) / 153)
  const date = ofYear - Math.floor((153 * marchMonth + 2) / 5) + 1
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
  const day = dayOf(yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, date)
  if (day === null) throw new RangeError(`No calendar day has the number ${number}`)
  return day
}

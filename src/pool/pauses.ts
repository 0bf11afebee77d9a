import type { Closure } from '../customers/closures.ts'
import { addDays } from '../values/calendar.ts'
import { type Day, dayNumber, dayOf, partsOf } from '../values/day.ts'

/** Days that don't count, from a day until the day before `until`; null has no end yet. */
export type Span = { readonly from: Day; readonly until: Day | null }

const lastDayThereIs = '9999-12-31' as Day

/** Spans in their order, those that touch or overlap made one. */
export function joinSpans(spans: readonly Span[]): Span[] {
  const joined: Span[] = []
  for (const span of spans.toSorted((a, b) => (a.from < b.from ? -1 : 1))) {
    if (span.until !== null && span.until <= span.from) continue
    const last = joined.at(-1)
    if (last === undefined || (last.until !== null && last.until < span.from)) joined.push(span)
    else joined[joined.length - 1] = { from: last.from, until: laterEnd(last.until, span.until) }
  }
  return joined
}

const laterEnd = (a: Day | null, b: Day | null) => (a === null || b === null ? null : a > b ? a : b)

/**
 * The day on which so many days have passed since `base`, not counting those in the joined spans; null when that never
 * comes, because the last span has no end.
 */
export function countedDay(base: Day, days: number, spans: readonly Span[]): Day | null {
  let reached = addDays(base, days)
  for (const { from, until } of spans) {
    if (from > reached) break
    if (until === null) return null
    const counted = from > base ? from : addDays(base, 1)
    if (until > counted) reached = addDays(reached, dayNumber(until) - dayNumber(counted))
  }
  return reached
}

/** The first day from this one on that lies in none of the joined spans; null when there is none. */
export function firstOpen(day: Day, spans: readonly Span[]): Day | null {
  const inside = spans.find(({ from, until }) => from <= day && (until === null || day < until))
  return inside === undefined ? day : inside.until
}

/** A customer's seasonal closures (rule 1.1) as days: of every year from one before `first` to `last`. */
export function closedSpans(closures: readonly Closure[], first: number, last: number): Span[] {
  return closures.flatMap(({ from, to }) =>
    Array.from({ length: last - first + 2 }, (_, index) => {
      const year = first - 1 + index
      return { from: startIn(year, from), until: endIn(from <= to ? year : year + 1, to) }
    }),
  )
}

/** 29 February of a year without one is the first of March as a beginning. */
const startIn = (year: number, yearDay: string): Day =>
  partsIn(year, yearDay) ?? dayOf(year, 3, 1) ?? lastDayThereIs
/** The day after the last; of 29 February in a year without one, the first of March. */
function endIn(year: number, yearDay: string): Day {
  const last = partsIn(year, yearDay)
  return last === null ? (dayOf(year, 3, 1) ?? lastDayThereIs) : addDays(last, 1)
}
const partsIn = (year: number, yearDay: string) =>
  dayOf(year, Number(yearDay.slice(0, 2)), Number(yearDay.slice(3, 5)))

/** The years whose closures are looked at: from the clock's start to so many years after today. */
export const yearsAhead = 10
export function closedAround(closures: readonly Closure[], base: Day, today: Day): Span[] {
  return closedSpans(closures, partsOf(base).year, partsOf(today).year + yearsAhead)
}

import type { Closure } from '../customers/closures.ts'
import type { WeeklyInterval } from '../customers/hours.ts'
import { type Span, closedSpans, firstOpen, joinSpans } from '../pool/pauses.ts'
import { addDays, daysBetween, weekday } from '../values/calendar.ts'
import { type Day, partsOf } from '../values/day.ts'

const everyWeekday: readonly number[] = [1, 2, 3, 4, 5, 6, 7]

/**
 * The weekdays on which a customer can be visited (Monday 1): when it likes visits and is open; where only one of the two is
 * known, that; where they contradict each other, when it is open; where nothing is known, any.
 */
export function visitWeekdays(
  opening: readonly WeeklyInterval[] | null,
  preferred: readonly WeeklyInterval[] | null,
): readonly number[] {
  const open = daysOf(opening)
  const liked = daysOf(preferred).filter((day) => open.length === 0 || open.includes(day))
  if (liked.length > 0) return liked
  return open.length > 0 ? open : everyWeekday
}

const daysOf = (hours: readonly WeeklyInterval[] | null) =>
  everyWeekday.filter((day) => (hours ?? []).some((one) => one.day === day))

/** What the next visit of a customer depends on. */
export type DueFacts = {
  readonly active: boolean
  /** The last visit on which somebody was met, whoever of ours was there; null: none is known. */
  readonly lastVisit: Day | null
  /** Where there was none, the days count from when it was registered or came to its owner, whichever is later. */
  readonly since: Day
  readonly closures: readonly Closure[]
  readonly weekdays: readonly number[]
}

export type Due = {
  readonly dueOn: Day
  /** The first day from today on, and not before it is due, on which it is open. */
  readonly visitOn: Day
  /** Days since it was due, without those of its seasonal closures. */
  readonly late: number
}

/** Closed for longer than this, it isn't planned for at all. */
const daysAhead = 400

/** The first day from `day` on outside the closures and on one of the weekdays; null: none within a year. */
function firstVisitable(day: Day, spans: readonly Span[], weekdays: readonly number[]): Day | null {
  const last = addDays(day, daysAhead)
  for (let at = firstOpen(day, spans); at !== null && at <= last; at = firstOpen(addDays(at, 1), spans))
    if (weekdays.includes(weekday(at))) return at
  return null
}

/**
 * When a customer is due, and on which day it can be visited (rule 4.1); null: never, because it isn't active, is visited by
 * hand only (`weeks` null) or never opens. A closed outlet is never due: neither in its seasonal closure nor on a weekday on
 * which it is shut. The same as app.visit_due in migration 0095; a test compares the two.
 */
export function dueOf(facts: DueFacts, weeks: number | null, today: Day): Due | null {
  if (!facts.active || weeks === null) return null
  const wanted = addDays(facts.lastVisit ?? facts.since, weeks * 7)
  const from = wanted < today ? wanted : today
  const spans = joinSpans(
    closedSpans(facts.closures, partsOf(from).year, partsOf(wanted > today ? wanted : today).year + 2),
  )
  const dueOn = firstVisitable(wanted, spans, facts.weekdays)
  if (dueOn === null) return null
  const visitOn = firstVisitable(dueOn > today ? dueOn : today, spans, facts.weekdays)
  if (visitOn === null) return null
  return {
    dueOn,
    visitOn,
    late: dueOn < today ? daysBetween(dueOn, today) - closedDays(spans, dueOn, today) : 0,
  }
}

/** How many days from `from` until the day before `until` lie in the joined spans. */
function closedDays(spans: readonly Span[], from: Day, until: Day): number {
  return spans.reduce((sum, span) => {
    const first = span.from > from ? span.from : from
    const end = span.until !== null && span.until < until ? span.until : until
    return end > first ? sum + daysBetween(first, end) : sum
  }, 0)
}

/** Order of harm avoided: A before B before C before none, then the latest, then by name. */
export function compareHarm(
  a: { readonly tier: string | null; readonly late: number; readonly name: string },
  b: { readonly tier: string | null; readonly late: number; readonly name: string },
): number {
  return (a.tier ?? 'D').localeCompare(b.tier ?? 'D') || b.late - a.late || a.name.localeCompare(b.name)
}

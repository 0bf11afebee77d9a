import type { Day } from '../values/day.ts'
import { addDays } from '../values/calendar.ts'
import { type Refusal, isRefusal, refuse } from '../values/refusal.ts'
import { pointsToCorrect } from './correct.ts'
import { type Point, holderOn, standing } from './ledger.ts'

/** Somebody stands in from a day to the last one, both included. */
export type Cover = { readonly from: Day; readonly to: Day; readonly personId: string }

/** Whether a span of days makes sense as a cover today: not in the past, at most a year, its end not before its start. */
export function coverSpan(
  { from, to }: { from: Day; to: Day },
  today: Day,
): Refusal<'invalid-span' | 'invalid-past' | 'invalid-too-long'> | null {
  if (to < from) return refuse('invalid-span', { rule: '2.2' })
  if (from < today) return refuse('invalid-past', { rule: '2.2' })
  if (to > addDays(from, 366)) return refuse('invalid-too-long', { rule: '2.2' })
  return null
}

/** Who stands in on any of these days already; null when nobody does and the seat is free. */
export function coveredBy(
  entries: readonly (Point & { readonly ordinal: number })[],
  { from, to }: { from: Day; to: Day },
): string | null {
  const inside = standing(entries).find(
    (entry) => entry.from > from && entry.from <= to && entry.personId !== null,
  )
  return holderOn(entries, from) ?? inside?.personId ?? null
}

/**
 * The points of a cover: it begins, and returns by itself on the day after the last (rule 2.2). Whatever end of an earlier
 * cover lies in between is told anew, so that it doesn't cut this one short.
 */
export function pointsToCover(
  entries: readonly (Point & { readonly ordinal: number })[],
  { from, to, personId }: Cover,
): Point[] {
  const points = pointsToCorrect(entries, { from, until: addDays(to, 1), personId })
  return isRefusal(points) ? [] : points
}

/** The points that end a cover early: nobody stands in from `today` on, or from its start if that lies ahead. */
export function pointsToEnd(
  entries: readonly (Point & { readonly ordinal: number; readonly batchId: string })[],
  batchId: string,
  today: Day,
): Point[] {
  const ahead = standing(entries).filter((entry) => entry.batchId === batchId)
  const [first, last] = [ahead[0], ahead.at(-1)]
  if (first === undefined || last === undefined || last.from <= today) return []
  return [{ from: first.from > today ? first.from : today, personId: null }]
}

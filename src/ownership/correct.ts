import { type Refusal, refuse } from '../values/refusal.ts'
import type { Day } from '../values/day.ts'
import { type Point, entryOn, standing } from './ledger.ts'

export type Correction = {
  readonly from: Day
  /** The first day that is as it was before; null: to the end. */
  readonly until: Day | null
  readonly personId: string | null
}

/**
 * The points that make a seat's past (or future) what it really was (rule 2.1): the person on every day from `from` until
 * the day before `until`, all other days untouched. Refuses an empty span and one that changes nothing.
 */
export function pointsToCorrect(
  entries: readonly (Point & { readonly ordinal: number })[],
  { from, until, personId }: Correction,
): Point[] | Refusal<'invalid-span' | 'nothing-changed'> {
  if (until !== null && until <= from) return refuse('invalid-span', { rule: '2.1' })
  const inside = standing(entries).filter(
    (entry) => entry.from > from && (until === null || entry.from < until),
  )
  const covered = [entryOn(entries, from), ...inside]
  if (covered.every((entry) => entry !== null && entry.personId === personId))
    return refuse('nothing-changed', { rule: '2.1' })
  const back = until === null ? null : entryOn(entries, until)
  return [
    { from, personId },
    ...inside.map((entry) => ({ from: entry.from, personId })),
    ...(until === null || back?.from === until ? [] : [{ from: until, personId: back?.personId ?? null }]),
  ]
}

import { type Refusal, refuse } from '../values/refusal.ts'
import { type Entry, type Point, entryOn } from './ledger.ts'

/**
 * The points that take a batch back on one seat (rules 2.1, 2.5), so that every day, past and future, is answered as before
 * it: at each of its days, who would sit there without it. Refused when something later was recorded on the seat, or when
 * an owner had none before: a registration isn't taken back here.
 */
export function pointsToUndo(
  entries: readonly Entry[],
  batchId: string,
): Point[] | Refusal<'recorded-later' | 'first-owner'> {
  const own = entries.filter((entry) => entry.batchId === batchId)
  const first = Math.min(...own.map(({ ordinal }) => ordinal))
  if (entries.some((entry) => entry.batchId !== batchId && entry.ordinal > first))
    return refuse('recorded-later', { rule: '2.5' })
  const before = entries.filter(({ ordinal }) => ordinal < first)
  const days = [...new Set(own.map(({ from }) => from))].toSorted()
  const points = days.map((from) => ({ from, entry: entryOn(before, from) }))
  if (points.some(({ entry }) => entry === null) && own[0]?.role === 'owner')
    return refuse('first-owner', { rule: '2.2' })
  return points.map(({ from, entry }) => ({ from, personId: entry?.personId ?? null }))
}

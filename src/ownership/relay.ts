import { addDays, daysBetween } from '../values/calendar.ts'
import type { Day } from '../values/day.ts'

/** The stretch of time that a relay chart shows. */
export type Stretch = { readonly from: Day; readonly to: Day }
type Bar = { readonly from: Day; readonly until: Day | null }

/**
 * The stretch that shows these periods: from the first day on, and beyond today and the last change ahead by a tenth (at
 * least thirty days), so that what goes on is seen to go on. Null when there is nothing to show.
 */
export function stretchOf(periods: readonly Bar[], today: Day): Stretch | null {
  const starts = periods.map(({ from }) => from).toSorted()
  const [from] = starts
  if (from === undefined) return null
  const last = [...starts, today].toSorted().at(-1) ?? today
  return { from, to: addDays(last, Math.max(30, Math.ceil(daysBetween(from, last) / 10))) }
}

/** Where a day lies in a stretch, from 0 to 1. */
export function placeOf(day: Day, { from, to }: Stretch): number {
  return Math.min(1, Math.max(0, daysBetween(from, day) / Math.max(1, daysBetween(from, to))))
}

/** Where a period's bar begins and how long it is, as parts of the stretch; one without end reaches its end. */
export function barOf({ from, until }: Bar, stretch: Stretch): { start: number; length: number } {
  const start = placeOf(from, stretch)
  return { start, length: (until === null ? 1 : placeOf(until, stretch)) - start }
}

/** Days to write under a chart: the first of every year, quarter or month, whichever gives at most eight. */
export function ticksOf({ from, to }: Stretch): Day[] {
  for (const months of [1, 3, 6, 12, 24, 60]) {
    const ticks = firstsOf(from, to, months)
    if (ticks.length <= 8) return ticks
  }
  return []
}

function firstsOf(from: Day, to: Day, months: number): Day[] {
  const ticks: Day[] = []
  const [year = 0, month = 1] = from.split('-').map(Number)
  for (let index = Math.ceil((year * 12 + month - 1) / months) * months; ; index += months) {
    const day =
      `${String(Math.floor(index / 12)).padStart(4, '0')}-${String((index % 12) + 1).padStart(2, '0')}-01` as Day
    if (day > to) return ticks
    if (day >= from) ticks.push(day)
  }
}

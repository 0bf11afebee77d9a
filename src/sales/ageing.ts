import { daysBetween } from '../values/calendar.ts'
import type { Day } from '../values/day.ts'

/** How long ago an open item fell due, in days: not yet, 1-30, 31-60, 61-90, more. Always in this order. */
export const buckets = ['notDue', 'upTo30', 'upTo60', 'upTo90', 'over90'] as const
export type Bucket = (typeof buckets)[number]

/** Whole minor units by bucket; `open` is their sum. */
export type Ageing = Readonly<Record<Bucket, number>> & { readonly open: number }

/** An invoice or credit note as far as it is open: amounts in whole minor units, a credit note's negative. */
export type OpenItem = {
  readonly dueOn: Day
  readonly amountMinor: number
  readonly settledMinor: number
}

/** In which bucket something due on this day stands; on its due day it isn't late yet. */
export function bucketOf(dueOn: Day, today: Day): Bucket {
  const late = daysBetween(dueOn, today)
  if (late <= 0) return 'notDue'
  if (late <= 30) return 'upTo30'
  if (late <= 60) return 'upTo60'
  return late <= 90 ? 'upTo90' : 'over90'
}

/** What of an item is still open, with its sign. */
export function openOf({ amountMinor, settledMinor }: Omit<OpenItem, 'dueOn'>): number {
  return amountMinor - settledMinor
}

/** Open items of one currency by how late they are (rule 5.3); the buckets come to the open items exactly. */
export function ageingOf(items: readonly OpenItem[], today: Day): Ageing {
  const sums = { notDue: 0, upTo30: 0, upTo60: 0, upTo90: 0, over90: 0 }
  let open = 0
  for (const item of items) {
    sums[bucketOf(item.dueOn, today)] += openOf(item)
    open += openOf(item)
  }
  return { ...sums, open }
}

/** What of it is late. */
export function overdueOf({ open, notDue }: Pick<Ageing, 'open' | 'notDue'>): number {
  return open - notDue
}

import type { Day } from '../values/day.ts'

/** What a person may be for a customer (rule 2.2); cover stands in for the owner between two days. */
export const ledgerRoles = ['owner', 'backup', 'sponsor', 'referrer', 'cover'] as const
export type LedgerRole = (typeof ledgerRoles)[number]

/** The line of business that means the whole customer; a line without entries of its own follows it. */
export const wholeCustomer = 'all'

/** A place that somebody may hold: each customer has one seat for its owner and any number for backups. */
export type Seat = { readonly line: string; readonly role: LedgerRole; readonly seat: number }

/** A change point: from this day the person, for an owner null means the pool, sits on the seat, until the next one. */
export type Point = { readonly from: Day; readonly personId: string | null }

/** A change point as it stands in the ledger. `ordinal` counts the entries of a seat: of one day's the latest holds. */
export type Entry = Seat & Point & { readonly ordinal: number; readonly batchId: string }

/** The points of one seat that hold, in the order of their days: of each day only the latest recorded. */
export function standing<E extends Point & { readonly ordinal: number }>(entries: readonly E[]): E[] {
  const byDay = new Map<Day, E>()
  for (const entry of entries) {
    const other = byDay.get(entry.from)
    if (other === undefined || other.ordinal < entry.ordinal) byDay.set(entry.from, entry)
  }
  return [...byDay.values()].toSorted((a, b) => (a.from < b.from ? -1 : 1))
}

/** The entry that holds on a day: of one seat, the newest begun by then; null before the first. */
export function entryOn<E extends Point & { readonly ordinal: number }>(
  entries: readonly E[],
  day: Day,
): E | null {
  return standing(entries).findLast((entry) => entry.from <= day) ?? null
}

/** Who sits on a seat on a day; null for nobody or the pool. */
export function holderOn(
  entries: readonly (Point & { readonly ordinal: number })[],
  day: Day,
): string | null {
  return entryOn(entries, day)?.personId ?? null
}

/** A time on a seat: from a day until the day before `until`; null has no end. */
export type Period<E> = { readonly entry: E; readonly from: Day; readonly until: Day | null }

/** The periods of one seat in their order, gapless from the first point on. */
export function periodsOf<E extends Point & { readonly ordinal: number }>(
  entries: readonly E[],
): Period<E>[] {
  const points = standing(entries)
  return points.map((entry, index) => ({
    entry,
    from: entry.from,
    until: points[index + 1]?.from ?? null,
  }))
}

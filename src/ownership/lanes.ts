import { type Entry, type LedgerRole, type Period, periodsOf, standing } from './ledger.ts'

/** What is drawn in one line of a relay chart: a seat's periods, and what was recorded and corrected since. */
export type LaneOf<E> = {
  readonly line: string
  readonly role: LedgerRole
  readonly seat: number
  readonly periods: Period<E>[]
  readonly replaced: E[]
}

/** The lanes of a customer: cover above the owner, then backups, sponsors and referrers, by line and seat. */
export function lanesOf<E extends Entry>(entries: readonly E[]): LaneOf<E>[] {
  const seats = Map.groupBy(entries, ({ line, role, seat }) => `${line}\n${role}\n${seat}`)
  const lanes = [...seats.values()].flatMap((ofSeat) => {
    const [first] = ofSeat
    if (first === undefined) return []
    const { line, role, seat } = first
    const stand = new Set(standing(ofSeat))
    return [
      { line, role, seat, periods: periodsOf(ofSeat), replaced: ofSeat.filter((entry) => !stand.has(entry)) },
    ]
  })
  return lanes.toSorted(
    (a, b) =>
      Number(a.line !== 'all') - Number(b.line !== 'all') ||
      a.line.localeCompare(b.line) ||
      order.indexOf(a.role) - order.indexOf(b.role) ||
      a.seat - b.seat,
  )
}

/** Cover is a thin lane above the owner's. */
const order: readonly LedgerRole[] = ['cover', 'owner', 'backup', 'sponsor', 'referrer']

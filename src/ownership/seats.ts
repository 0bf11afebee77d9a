import { type LedgerRole, type Seat, wholeCustomer } from './ledger.ts'

/** A seat of one customer. */
export type SeatOf = Seat & { readonly customerId: string }
type OnSeat = {
  readonly customerId: string
  readonly line?: string
  readonly role: LedgerRole
  readonly seat: number
}

/** Entries by the seat that they're on, in the order in which seats and entries come; without a line, the whole customer. */
export function bySeat<E extends OnSeat>(entries: readonly E[]): Map<SeatOf, E[]> {
  const seats = new Map<string, [SeatOf, E[]]>()
  for (const entry of entries) {
    const { customerId, line = wholeCustomer, role, seat } = entry
    const key = `${customerId} ${line} ${role} ${seat}`
    const known = seats.get(key)
    if (known === undefined) seats.set(key, [{ customerId, line, role, seat }, [entry]])
    else known[1].push(entry)
  }
  return new Map(seats.values())
}

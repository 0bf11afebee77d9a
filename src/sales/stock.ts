import { dayNumber, type Day } from '../values/day.ts'

/** Goods of one product at one outlet. Quantities are decimals of at most six places. */
export type Count = { readonly day: Day; readonly quantity: number }
/** Delivered (above zero) or taken back (below). */
export type Movement = { readonly day: Day; readonly quantity: number }
export type WriteOff = { readonly day: Day; readonly quantity: number }

export type SellOut = {
  readonly from: Day
  readonly to: Day
  readonly days: number
  readonly opening: number
  readonly delivered: number
  readonly returned: number
  readonly writtenOff: number
  readonly closing: number
  /** opening + delivered − returned − written off − closing. Below zero something was not recorded, or counted wrongly. */
  readonly quantity: number
}

const millionths = 1_000_000

/** Sums exactly: 0.1 and 0.2 are 0.3. */
function sum(quantities: readonly number[]): number {
  return quantities.reduce((total, one) => total + Math.round(one * millionths), 0) / millionths
}

/** The counts that hold, one a day, oldest first: of one day the last recorded. Given in the order of recording. */
export function heldCounts<C extends Count>(counts: readonly C[]): C[] {
  const byDay = new Map(counts.map((count) => [count.day, count]))
  return [...byDay.values()].toSorted((a, b) => (a.day < b.day ? -1 : 1))
}

/**
 * What an outlet sold between two counts (rule 5.5). One counts before the van is unloaded: what comes or goes back on the
 * day of a count comes after it. What is written off that day is no longer on the shelf: it comes before it.
 */
export function sellOutBetween(
  opening: Count,
  closing: Count,
  movements: readonly Movement[],
  writeOffs: readonly WriteOff[],
): SellOut {
  const moved = movements.filter(({ day }) => opening.day <= day && day < closing.day)
  const delivered = sum(moved.map(({ quantity }) => Math.max(0, quantity)))
  const returned = sum(moved.map(({ quantity }) => Math.max(0, -quantity)))
  const writtenOff = sum(
    writeOffs.filter(({ day }) => opening.day < day && day <= closing.day).map(({ quantity }) => quantity),
  )
  return {
    from: opening.day,
    to: closing.day,
    days: dayNumber(closing.day) - dayNumber(opening.day),
    opening: opening.quantity,
    delivered,
    returned,
    writtenOff,
    closing: closing.quantity,
    quantity: sum([opening.quantity, delivered, -returned, -writtenOff, -closing.quantity]),
  }
}

/** What an outlet sold from each count to the next, oldest first; empty, not zero, without two counts. */
export function sellOuts(
  counts: readonly Count[],
  movements: readonly Movement[],
  writeOffs: readonly WriteOff[],
): SellOut[] {
  const held = heldCounts(counts)
  return held.slice(1).flatMap((closing, at) => {
    const opening = held[at]
    return opening === undefined ? [] : [sellOutBetween(opening, closing, movements, writeOffs)]
  })
}

/**
 * For how many days what was counted last is enough at the pace of the last sell-out, rounded down. Null where that isn't
 * known: without two counts, when nothing was sold, or when the counts can't be right.
 */
export function daysOfStock(last: SellOut | null): number | null {
  if (last === null || last.quantity <= 0) return null
  return Math.floor((last.closing * last.days) / last.quantity + 1e-9)
}

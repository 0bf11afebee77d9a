import type { Day } from '../values/day.ts'
import { daysOfStock } from './stock.ts'

/**
 * The measures of rule 4.4, with one definition each (field terms: coverage, adherence to plan, productive call, strike
 * rate, lines per call, drop size, numeric distribution, days of stock). A period is from its first to its last day, both in.
 * Customers count for whoever serves them, visits for whoever made them.
 */
export type Counts = {
  /** Active customers, and those of them where somebody was met in the period. */
  readonly customers: number
  readonly visited: number
  /** Customers that bought in the period, and those of them that were visited as well. */
  readonly buying: number
  readonly visitedBuying: number
  /** Visits planned for a day of the period that has come, not cancelled; made on that very day. */
  readonly planned: number
  readonly kept: number
  /** Visits made, and those with an order; different products in these, and their worth in the company's currency. */
  readonly calls: number
  readonly productive: number
  readonly lines: number
  readonly worthMinor: number
  /** Products of outlets counted at least once, those whose sell-out is known, and the days that their stock lasts in all. */
  readonly counted: number
  readonly stockKnown: number
  readonly stockDays: number
}

export type Measures = {
  /** Customers visited / customers. */
  readonly coverage: number | null
  /** Planned visits made on their day / planned visits. */
  readonly adherence: number | null
  /** Visits with an order / visits. */
  readonly productiveCalls: number | null
  /** Visited customers that bought / visited customers. */
  readonly strikeRate: number | null
  /** Different products / visits with an order. */
  readonly linesPerCall: number | null
  /** Worth of the orders / visits with an order; minor units, rounded half up. */
  readonly dropSizeMinor: number | null
  /** Customers that bought (any product, or the one asked for) / customers. */
  readonly numericDistribution: number | null
  /** Days of stock, the mean of the products whose sell-out is known (rule 5.5). */
  readonly daysOfStock: number | null
}

/** A share is unknown, never 0, where there is nothing to divide by. */
const ratio = (part: number, whole: number) => (whole === 0 ? null : part / whole)

export function measuresOf(counts: Counts): Measures {
  const drop = ratio(counts.worthMinor, counts.productive)
  return {
    coverage: ratio(counts.visited, counts.customers),
    adherence: ratio(counts.kept, counts.planned),
    productiveCalls: ratio(counts.productive, counts.calls),
    strikeRate: ratio(counts.visitedBuying, counts.visited),
    linesPerCall: ratio(counts.lines, counts.productive),
    dropSizeMinor: drop === null ? null : Math.floor(drop + 0.5),
    numericDistribution: ratio(counts.buying, counts.customers),
    daysOfStock: ratio(counts.stockDays, counts.stockKnown),
  }
}

type Order = {
  readonly customerId: string
  readonly day: Day
  readonly personId: string | null
  readonly visitId: string | null
  readonly products: readonly string[]
  readonly worthMinor: number
}
type Visit = {
  readonly id: string
  readonly customerId: string
  readonly personId: string
  readonly plannedOn: Day | null
  readonly visitedOn: Day | null
  readonly cancelled: boolean
  readonly met: boolean
}
type Stock = { readonly customerId: string; readonly last: Parameters<typeof daysOfStock>[0] }
export type MeasureFacts = {
  readonly customers: readonly {
    readonly id: string
    readonly active: boolean
    readonly group: string | null
  }[]
  /** Every visit with the group that it counts for. */
  readonly visits: readonly (Visit & { readonly group: string | null })[]
  /** Sales that weren't cancelled; returns aren't orders. */
  readonly orders: readonly Order[]
  readonly stock: readonly Stock[]
}
export type Period = { readonly from: Day; readonly to: Day; readonly today: Day }

const none: Counts = {
  customers: 0,
  visited: 0,
  buying: 0,
  visitedBuying: 0,
  planned: 0,
  kept: 0,
  calls: 0,
  productive: 0,
  lines: 0,
  worthMinor: 0,
  counted: 0,
  stockKnown: 0,
  stockDays: 0,
}

/** The orders taken on a visit: said so, or of that customer on that day by that person (or nobody knows by whom). */
export function ordersOnVisit(visit: Visit, orders: readonly Order[]): Order[] {
  return orders.filter((order) =>
    order.visitId === null
      ? order.customerId === visit.customerId &&
        order.day === visit.visitedOn &&
        (order.personId ?? visit.personId) === visit.personId
      : order.visitId === visit.id,
  )
}

/** The counts of each group, from the facts: what the statement in server/queries/measures.ts computes over many rows. */
export function countsOf(facts: MeasureFacts, { from, to, today }: Period): Map<string, Counts> {
  const within = (day: Day | null) => day !== null && day >= from && day <= to
  const groups = new Map<string, Counts>()
  const add = (group: string | null, more: Partial<Counts>) => {
    if (group === null) return
    const sums = { ...(groups.get(group) ?? none) } as Record<keyof Counts, number>
    for (const [name, number] of Object.entries(more)) sums[name as keyof Counts] += number
    groups.set(group, sums)
  }
  const made = facts.visits.filter(({ visitedOn, cancelled }) => !cancelled && within(visitedOn))
  const bought = new Set(facts.orders.filter(({ day }) => within(day)).map(({ customerId }) => customerId))
  const seen = new Set(made.filter(({ met }) => met).map(({ customerId }) => customerId))
  for (const { id, active, group } of facts.customers) {
    if (!active) continue
    const [visited, buying] = [Number(seen.has(id)), Number(bought.has(id))]
    const stock = facts.stock
      .filter(({ customerId }) => customerId === id)
      .map(({ last }) => daysOfStock(last))
    const known = stock.filter((days) => days !== null)
    add(group, {
      customers: 1,
      visited,
      buying,
      visitedBuying: visited * buying,
      counted: stock.length,
      stockKnown: known.length,
      stockDays: known.reduce((sum, days) => sum + days, 0),
    })
  }
  for (const { plannedOn, visitedOn, cancelled, group } of facts.visits) {
    if (cancelled || plannedOn === null || !within(plannedOn) || plannedOn > today) continue
    add(group, { planned: 1, kept: Number(visitedOn === plannedOn) })
  }
  for (const visit of made) {
    const orders = ordersOnVisit(visit, facts.orders)
    add(visit.group, {
      calls: 1,
      productive: Number(orders.length > 0),
      lines: new Set(orders.flatMap(({ products }) => products)).size,
      worthMinor: orders.reduce((sum, order) => sum + order.worthMinor, 0),
    })
  }
  return groups
}

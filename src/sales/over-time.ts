import { type Month, monthsFrom, monthsLater } from './months.ts'

export type MonthSums = {
  readonly month: Month
  readonly currency: string
  readonly soldMinor: string
  readonly returnedMinor: string
  readonly orders: number
}
/** A month as a chart shows it, in minor units; what a chart draws may be off by what a number can't hold. */
export type MonthShown = {
  readonly month: Month
  readonly sold: number
  /** Below the line. */
  readonly returned: number
  /** What was sold twelve months before; absent when that isn't known. */
  readonly before?: number
}

/** The currencies in which something was sold, the one with most orders first. */
export function currenciesOf(rows: readonly MonthSums[]): string[] {
  const orders = new Map<string, number>()
  for (const row of rows) orders.set(row.currency, (orders.get(row.currency) ?? 0) + row.orders)
  return [...orders].toSorted(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)).map(([currency]) => currency)
}

/** What was sold less what came back, in months from the first to the last: exact minor units. */
export function netOf(rows: readonly MonthSums[], currency: string, first: Month, last: Month): bigint {
  return rows
    .filter((row) => row.currency === currency && row.month >= first && row.month <= last)
    .reduce((sum, { soldMinor, returnedMinor }) => sum + BigInt(soldMinor) - BigInt(returnedMinor), 0n)
}

/**
 * The last twelve months one by one. Months before the first order ever aren't shown: nothing is known of them, which isn't
 * the same as none. Within that time a month without orders is a zero.
 */
export function monthsShown(
  rows: readonly MonthSums[],
  currency: string,
  { last, first }: { readonly last: Month; readonly first: Month },
): MonthShown[] {
  const of = new Map(rows.filter((row) => row.currency === currency).map((row) => [row.month, row]))
  const begin = monthsLater(last, -11)
  return monthsFrom(first > begin ? first : begin, last).map((month) => {
    const before = monthsLater(month, -12)
    return {
      month,
      sold: Number(of.get(month)?.soldMinor ?? 0),
      returned: -Number(of.get(month)?.returnedMinor ?? 0) || 0,
      ...(before >= first ? { before: Number(of.get(before)?.soldMinor ?? 0) } : {}),
    }
  })
}

/** How much more than before, as a fraction; null when there was nothing to compare with. */
export function growth(now: bigint, before: bigint): number | null {
  return before <= 0n ? null : Number(((now - before) * 10_000n) / before) / 10_000
}

import type { Currency } from '../values/currency.ts'
import type { Day } from '../values/day.ts'
import { type Money, addMoney, money } from '../values/money.ts'
import { isRefusal } from '../values/refusal.ts'
import { type DatedRate, convert } from './rate.ts'

/** Against its limit: how much is owed beyond it (0 or less: within), or which currencies have no rate, so that nobody knows. */
export type AgainstLimit =
  | { readonly known: true; readonly owed: Money; readonly beyondMinor: bigint }
  | { readonly known: false; readonly without: readonly Currency[] }

/** What a customer owes (open items less money not yet used, one amount a currency) against its credit limit (rule 1.1). */
export function againstLimit(
  owed: readonly Money[],
  limit: Money,
  day: Day,
  book: { readonly home: Currency; readonly rates: readonly DatedRate[] },
): AgainstLimit {
  const without: Currency[] = []
  let sum = money(0n, limit.currency)
  for (const one of owed) {
    const converted = convert(one, limit.currency, day, book)
    if (isRefusal(converted)) without.push(converted.facts?.['currency'] as Currency)
    else sum = addMoney(sum, converted)
  }
  if (without.length > 0) return { known: false, without: [...new Set(without)] }
  return { known: true, owed: sum, beyondMinor: sum.minor - limit.minor }
}

export function isOver(against: AgainstLimit): boolean {
  return against.known && against.beyondMinor > 0n
}

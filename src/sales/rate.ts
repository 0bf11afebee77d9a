import { type Currency, minorDigits } from '../values/currency.ts'
import type { Day } from '../values/day.ts'
import { type Money, money } from '../values/money.ts'
import { type Ratio, multiplyRatios, ratio, roundHalfUp } from '../values/ratio.ts'
import { type Refusal, refuse } from '../values/refusal.ts'

/** One unit of the currency in the company's own, from this day until the next rate. */
export type DatedRate = { readonly currency: Currency; readonly day: Day; readonly rate: Ratio }

/** '1.0842' exactly; null when it isn't a positive decimal with at most 12 decimals. */
export function parseRate(text: string): Ratio | null {
  const found = /^(\d{1,12})(?:\.(\d{1,12}))?$/.exec(text)
  if (found === null) return null
  const decimals = found[2] ?? ''
  const value = ratio(BigInt(`${found[1]}${decimals}`), 10n ** BigInt(decimals.length))
  return value.numerator > 0n ? value : null
}

/** The rate that holds on a day: the last one from before or on it; null when there is none. */
export function rateOn(rates: readonly DatedRate[], currency: Currency, day: Day): DatedRate | null {
  let found: DatedRate | null = null
  for (const one of rates)
    if (one.currency === currency && one.day <= day && (found === null || one.day >= found.day)) found = one
  return found
}

/**
 * An amount in another currency by the rates of a day: an exact ratio, rounded half up once (rule 5.2). `home` is the
 * company's currency, which rates are in. A missing rate is said by the name of its currency, never taken for 0.
 */
export function convert(
  amount: Money,
  to: Currency,
  day: Day,
  { home, rates }: { readonly home: Currency; readonly rates: readonly DatedRate[] },
): Money | Refusal<'no-rate'> {
  if (amount.currency === to) return amount
  const [from, into] = [amount.currency, to].map((one) =>
    one === home ? ratio(1n) : (rateOn(rates, one, day)?.rate ?? null),
  )
  const missing = from === null || from === undefined ? amount.currency : to
  if (from === null || from === undefined || into === null || into === undefined)
    return refuse('no-rate', { rule: '5.2', facts: { currency: missing, day } })
  const digits = ratio(10n ** BigInt(minorDigits(to)), 10n ** BigInt(minorDigits(amount.currency)))
  const factor = multiplyRatios(multiplyRatios(from, ratio(into.denominator, into.numerator)), digits)
  return money(roundHalfUp(multiplyRatios(ratio(amount.minor), factor)), to)
}

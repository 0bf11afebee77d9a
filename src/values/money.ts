import { type Currency, minorDigits } from './currency.ts'
import { decimalText, multiplyRatios, type Ratio, ratio, roundHalfUp } from './ratio.ts'
import { apportion } from './share.ts'

/** An exact amount in minor units (cents) of a currency; never floating point (rule 5.2). */
export type Money = { readonly minor: bigint; readonly currency: Currency }

export function money(minor: bigint, currency: Currency): Money {
  return { minor, currency }
}

/** An exact quantity of the main unit (12.345 EUR) as money, rounded half up to the minor unit. */
export function moneyFromRatio(main: Ratio, currency: Currency): Money {
  return { minor: roundHalfUp(multiplyRatios(main, ratio(10n ** BigInt(minorDigits(currency))))), currency }
}

/** The sum. Throws TypeError when the currencies differ: turning one into the other needs a dated rate. */
export function addMoney(a: Money, b: Money): Money {
  if (a.currency !== b.currency) throw new TypeError(`Cannot add ${b.currency} to ${a.currency}`)
  return { minor: a.minor + b.minor, currency: a.currency }
}

export function negateMoney({ minor, currency }: Money): Money {
  return { minor: -minor, currency }
}

/** The sum of any number of amounts, all in `currency`. Throws TypeError when one is not. */
export function sumMoney(amounts: readonly Money[], currency: Currency): Money {
  return amounts.reduce(addMoney, { minor: 0n, currency })
}

/** The amount times an exact ratio (quantity, discount, rate), rounded half up: one line, one rounding (rule 5.2). */
export function multiplyMoney({ minor, currency }: Money, by: Ratio): Money {
  return { minor: roundHalfUp(multiplyRatios(ratio(minor), by)), currency }
}

/** Divides an amount by weights so that the parts sum to it to the last minor unit; see `apportion`. */
export function splitMoney({ minor, currency }: Money, weights: readonly bigint[]): Money[] {
  return apportion(minor, weights).map((part) => ({ minor: part, currency }))
}

/** -1, 0 or 1, smaller first. Throws TypeError when the currencies differ. */
export function compareMoney(a: Money, b: Money): -1 | 0 | 1 {
  const { minor } = addMoney(a, negateMoney(b))
  if (minor === 0n) return 0
  return minor < 0n ? -1 : 1
}

/** Plain decimal text in the main unit, '1234.56'; exact, so it can go to files, APIs and Intl.NumberFormat. */
export function amountText({ minor, currency }: Money): string {
  const digits = minorDigits(currency)
  return decimalText(ratio(minor, 10n ** BigInt(digits)), digits)
}

import { ratio, roundHalfUp } from '../values/ratio.ts'
import { type Priced, lineTotal } from './line-total.ts'

const wholeQuantity = 1_000_000n
const wholeDiscount = 100_000_000n
/** What a line may differ by from price times quantity, in minor units: as wide as its column. */
const mostRounding = 32_767n

/**
 * The price of one and what rounding leaves, of a line that says what it comes to after discount, such as 7.31 and 0 of 3 for
 * 21.93: together they come to exactly the amount. Null where there is no such price: of nothing, for nothing, or of so many
 * that a price in whole minor units can't say it.
 */
export function priceFromAmount(
  amountMinor: bigint,
  { quantity, discount }: Pick<Priced, 'quantity' | 'discount'>,
): { unitPriceMinor: bigint; roundingMinor: bigint } | null {
  const paid = quantity * (wholeDiscount - discount)
  if (paid === 0n) return null
  const [top, bottom] = [amountMinor * wholeQuantity * wholeDiscount, paid]
  const unitPriceMinor = roundHalfUp(bottom < 0n ? ratio(-top, -bottom) : ratio(top, bottom))
  const roundingMinor = amountMinor - lineTotal({ quantity, unitPriceMinor, discount })
  if (roundingMinor > mostRounding || roundingMinor < -mostRounding) return null
  return { unitPriceMinor, roundingMinor }
}

/** The same where the price is told too; null when price and amount differ by more than rounding each piece can. */
export function roundingOf(
  amountMinor: bigint,
  priced: Priced,
): { unitPriceMinor: bigint; roundingMinor: bigint } | null {
  const roundingMinor = amountMinor - lineTotal(priced)
  const pieces = (priced.quantity < 0n ? -priced.quantity : priced.quantity) / wholeQuantity + 1n
  const most = pieces < mostRounding ? pieces : mostRounding
  if (roundingMinor > most || roundingMinor < -most) return null
  return { unitPriceMinor: priced.unitPriceMinor, roundingMinor }
}

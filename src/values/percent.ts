import { type NumberFormat, parseNumber, plainNumberText } from './number-text.ts'
import { decimalText, multiplyRatios, type Ratio, ratio } from './ratio.ts'
import { isRefusal, type Refusal } from './refusal.ts'

/** So many hundredths: percent(12n) is 12 %, percent(125n, 1) is 12.5 %. */
export function percent(hundredths: bigint, decimals: number = 0): Ratio {
  return ratio(hundredths, 100n * 10n ** BigInt(decimals))
}

/** Reads '12,5 %', '12.5' or '%12.5' as the exact ratio 1/8; the sign % may be missing. */
export function parsePercent(text: string, format: NumberFormat): Ratio | Refusal<'not-a-number'> {
  const bare = plainNumberText(text).replace(/^%|%$/u, '')
  const hundredths = parseNumber(bare, format)
  return isRefusal(hundredths) ? hundredths : multiplyRatios(hundredths, ratio(1n, 100n))
}

/** Without the sign, rounded half up: percentText(ratio(1n, 3n), 1) is '33.3'. */
export function percentText(share: Ratio, places: number = 0): string {
  return decimalText(multiplyRatios(share, ratio(100n)), places)
}

/** What share `part` is of `whole`, exactly; null of nothing, so that a screen can say "unknown", never 0. */
export function shareOf(part: bigint, whole: bigint): Ratio | null {
  return whole === 0n ? null : ratio(part, whole)
}

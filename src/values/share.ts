import { addRatios, compareRatios, type Ratio, ratio } from './ratio.ts'

/**
 * Divides a whole number into parts in proportion to `weights` so that the parts sum to it exactly (largest
 * remainder; between equal remainders the earlier weight wins). A negative total gives the mirror image of the
 * positive one. Throws RangeError on a negative weight, or when all are 0.
 */
export function apportion(total: bigint, weights: readonly bigint[]): bigint[] {
  const sum = weights.reduce((a, b) => a + b, 0n)
  if (sum === 0n || weights.some((weight) => weight < 0n)) {
    throw new RangeError('Weights must be 0 or more, and not all 0')
  }
  if (total < 0n) return apportion(-total, weights).map((part) => -part)
  const parts = weights.map((weight) => (total * weight) / sum)
  const missing = Number(total - parts.reduce((a, b) => a + b, 0n))
  const remainders = weights.map((weight, index) => ({ index, left: (total * weight) % sum }))
  remainders.sort((a, b) => (a.left === b.left ? a.index - b.index : a.left < b.left ? 1 : -1))
  for (const { index } of remainders.slice(0, missing)) parts[index] = (parts[index] ?? 0n) + 1n
  return parts
}

/** Whether shares are each above 0 and sum to exactly the whole (rule 6.1: credit totals exactly 100 %). */
export function sharesAreWhole(shares: readonly Ratio[]): boolean {
  const sum = shares.reduce(addRatios, ratio(0n))
  return shares.every((share) => share.numerator > 0n) && compareRatios(sum, ratio(1n)) === 0
}

/** `count` equal shares of the whole: three are 1/3 each, exactly. */
export function equalShares(count: number): Ratio[] {
  return Array.from({ length: count }, () => ratio(1n, BigInt(count)))
}

/** The shares in proportion to whole weights: 2 and 1 are 2/3 and 1/3. Throws RangeError when all are 0. */
export function sharesInProportion(weights: readonly bigint[]): Ratio[] {
  const sum = weights.reduce((a, b) => a + b, 0n)
  return weights.map((weight) => ratio(weight, sum))
}

/** The weights that stand in the same proportion as the shares, for `apportion` and `splitMoney`. */
export function weightsOf(shares: readonly Ratio[]): bigint[] {
  const common = shares.reduce((product, share) => product * share.denominator, 1n)
  return shares.map((share) => (share.numerator * common) / share.denominator)
}

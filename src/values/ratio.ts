/** An exact fraction in lowest terms; the denominator is at least 1. Made with `ratio`. */
export type Ratio = { readonly numerator: bigint; readonly denominator: bigint }

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  let [x, y] = [a < 0n ? -a : a, b]
  while (y !== 0n) [x, y] = [y, x % y]
  return x
}

/** numerator / denominator, reduced. Throws RangeError when the denominator is 0. */
export function ratio(numerator: bigint, denominator: bigint = 1n): Ratio {
  if (denominator === 0n) throw new RangeError('A ratio cannot have 0 as denominator')
  const sign = denominator < 0n ? -1n : 1n
  const divisor = greatestCommonDivisor(numerator, denominator * sign)
  return { numerator: (sign * numerator) / divisor, denominator: (sign * denominator) / divisor }
}

export function addRatios(a: Ratio, b: Ratio): Ratio {
  return ratio(a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator)
}

export function multiplyRatios(a: Ratio, b: Ratio): Ratio {
  return ratio(a.numerator * b.numerator, a.denominator * b.denominator)
}

/** -1, 0 or 1, for sorting: smaller first. */
export function compareRatios(a: Ratio, b: Ratio): -1 | 0 | 1 {
  const difference = a.numerator * b.denominator - b.numerator * a.denominator
  if (difference === 0n) return 0
  return difference < 0n ? -1 : 1
}

/**
 * The nearest whole number; an exact half goes away from zero, so that a return mirrors its sale to the cent
 * (rules 5.2 and 6.5).
 */
export function roundHalfUp({ numerator, denominator }: Ratio): bigint {
  const size = numerator < 0n ? -numerator : numerator
  const rounded = (2n * size + denominator) / (2n * denominator)
  return numerator < 0n ? -rounded : rounded
}

/** As decimal text with exactly `places` decimals, rounded half up: ratio(1n, 3n) with 2 is '0.33'. */
export function decimalText(value: Ratio, places: number): string {
  const scaled = roundHalfUp(multiplyRatios(value, ratio(10n ** BigInt(places))))
  const digits = String(scaled < 0n ? -scaled : scaled).padStart(places + 1, '0')
  const whole = digits.slice(0, digits.length - places)
  const sign = scaled < 0n ? '-' : ''
  return places === 0 ? sign + whole : `${sign}${whole}.${digits.slice(-places)}`
}

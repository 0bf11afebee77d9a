/** A decimal of at most six places as whole millionths: '1.5' is 1500000n. Null when it is none. */
export function millionths(text: string): bigint | null {
  return scaled(text, 6)
}

/** A discount of at most eight places, from '0' to '1', as whole parts of a hundred million; null when it is none. */
export function discountParts(text: string): bigint | null {
  const parts = scaled(text, 8)
  return parts === null || parts < 0n || parts > wholeDiscount ? null : parts
}

const wholeDiscount = 10n ** 8n

function scaled(text: string, places: number): bigint | null {
  const found = /^(-?)(\d{1,12})(?:\.(\d+))?$/u.exec(text)
  if (found === null) return null
  const decimals = (found[3] ?? '').replace(/0+$/u, '')
  if (decimals.length > places) return null
  const size = BigInt(`${found[2]}${decimals.padEnd(places, '0')}`)
  return found[1] === '-' ? -size : size
}

/** Whole millionths as the shortest decimal text. */
export function quantityText(parts: bigint): string {
  const size = parts < 0n ? -parts : parts
  const decimals = String(size % 1_000_000n)
    .padStart(6, '0')
    .replace(/0+$/u, '')
  const whole = `${parts < 0n ? '-' : ''}${size / 1_000_000n}`
  return decimals === '' ? whole : `${whole}.${decimals}`
}

export type Priced = {
  /** In millionths; negative in a return. */
  readonly quantity: bigint
  readonly unitPriceMinor: bigint
  /** In parts of a hundred million. */
  readonly discount: bigint
}

/** Quantity × price less discount in minor units, rounded half up once (rule 5.2); the same as the database makes it. */
export function lineTotal({ quantity, unitPriceMinor, discount }: Priced): bigint {
  const exact = quantity * unitPriceMinor * (wholeDiscount - discount)
  const divisor = 1_000_000n * wholeDiscount
  const size = exact < 0n ? -exact : exact
  const rounded = (2n * size + divisor) / (2n * divisor)
  return exact < 0n ? -rounded : rounded
}

/** More than this no line and no order comes to: minor units stay exact in every program that reads them. */
export const mostMinor = 10n ** 15n

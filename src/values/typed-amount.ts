/** '1234.5' or '1234,5' as whole minor units; null when it isn't an amount with at most so many decimals (rule 5.2). */
export function minorUnits(text: string, digits: number): number | null {
  const found = /^(\d{1,12})(?:[.,](\d+))?$/.exec(text.replaceAll(/\s/g, ''))
  const decimals = found?.[2] ?? ''
  if (found === null || decimals.length > digits) return null
  return Number(`${found[1]}${decimals.padEnd(digits, '0')}`)
}

/** Whole minor units as they are typed: 1250 with two decimals is '12.50'. */
export function typedAmount(minor: number, digits: number): string {
  if (digits === 0) return String(minor)
  const text = String(minor).padStart(digits + 1, '0')
  return `${text.slice(0, -digits)}.${text.slice(-digits)}`
}

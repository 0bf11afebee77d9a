export type DecimalMark = '.' | ','

/**
 * '1234.5', '7.500,50', '1,234.50' or '6000,00 €' as whole minor units; null when it isn't an amount with at most so many
 * decimals (rule 5.2). `mark` is what the reader's language writes before decimals: it decides what '7.500' says.
 */
export function minorUnits(text: string, digits: number, mark?: DecimalMark): number | null {
  const bare = text.replaceAll(/\s/g, '').replaceAll(/^\p{Sc}|\p{Sc}$/gu, '')
  const found = /^(\d{1,12})(?:[.,](\d+))?$/.exec(bare)
  const decimals = found?.[2] ?? ''
  const isGroup = decimals.length === 3 && mark !== undefined && !bare.includes(mark)
  if (found !== null && decimals.length <= digits && !isGroup) return unitsOf(found[1], decimals, digits)
  for (const decimalMark of mark === undefined ? ['.', ','] : [mark]) {
    const [group, point] = decimalMark === '.' ? [',', '\\.'] : ['\\.', ',']
    const grouped = new RegExp(`^(\\d{1,3}(?:${group}\\d{3})+)(?:${point}(\\d+))?$`).exec(bare)
    // Without a language one mark alone could say either.
    if (grouped === null || (mark === undefined && grouped[2] === undefined && found !== null)) continue
    const rest = grouped[2] ?? ''
    const whole = grouped[1]?.replaceAll(/[.,]/g, '') ?? ''
    if (rest.length <= digits && whole.length <= 12) return unitsOf(whole, rest, digits)
  }
  return null
}

function unitsOf(whole: string | undefined, decimals: string, digits: number): number {
  return Number(`${whole}${decimals.padEnd(digits, '0')}`)
}

/** Whole minor units as they are typed: 1250 with two decimals is '12.50', or '12,50' where decimals follow a comma. */
export function typedAmount(minor: number, digits: number, mark: DecimalMark = '.'): string {
  if (digits === 0) return String(minor)
  const text = String(minor).padStart(digits + 1, '0')
  return `${text.slice(0, -digits)}${mark}${text.slice(-digits)}`
}

import { type Ratio, ratio } from './ratio.ts'
import { type Refusal, refuse } from './refusal.ts'

/** How a file or a person writes numbers; named after the way 1234.56 looks in it. */
export type NumberFormat = '1.234,56' | '1,234.56' | '1 234,56' | "1'234.56"

export const numberFormats: readonly NumberFormat[] = ['1,234.56', '1.234,56', '1 234,56', "1'234.56"]

type Marks = { readonly decimal: string; readonly group: string }

const marksOf: Record<NumberFormat, Marks> = {
  '1,234.56': { decimal: '.', group: ',' },
  '1.234,56': { decimal: ',', group: '.' },
  '1 234,56': { decimal: ',', group: ' ' },
  "1'234.56": { decimal: '.', group: "'" },
}

/** Full-width digits, hard and thin spaces, typographic apostrophes and minus signs become plain ones. */
export function plainNumberText(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/\s/gu, ' ')
    .replace(/[’‘´`]/gu, "'")
    .replace(/[−–‐‑]/gu, '-')
    .trim()
}

/** Splits off the sign: '-5', '5-' and '(5)' are negative, as accounting programs write them. */
export function splitSign(text: string): { negative: boolean; rest: string } {
  const bracketed = /^\((.*)\)$/u.exec(text)
  if (bracketed !== null) return { negative: true, rest: (bracketed[1] ?? '').trim() }
  const signed = /^([+-])\s*(.*)$/u.exec(text) ?? /^(.*?)\s*([+-])$/u.exec(text)
  if (signed === null) return { negative: false, rest: text }
  const [sign, rest] =
    signed[1] === '+' || signed[1] === '-' ? [signed[1], signed[2]] : [signed[2], signed[1]]
  return { negative: sign === '-', rest: rest ?? '' }
}

/** Removes grouping marks when they stand where they belong (thousands, or Indian lakhs); null when not. */
function ungroup(whole: string, group: string): string | null {
  if (/^\d*$/u.test(whole)) return whole
  const parts = whole.split(group)
  const [first = '', ...others] = parts
  const last = others.at(-1) ?? ''
  const middle = others.slice(0, -1)
  const even = middle.every((part) => part.length === 3) || middle.every((part) => part.length === 2)
  const right = /^\d{1,3}$/u.test(first) && last.length === 3 && even
  return right && parts.every((part) => /^\d+$/u.test(part)) ? parts.join('') : null
}

/** Reads a number exactly. '1.234,56' in the format '1.234,56' is 123456/100; grouping marks are optional. */
export function parseNumber(text: string, format: NumberFormat): Ratio | Refusal<'not-a-number'> {
  const { decimal, group } = marksOf[format]
  const { negative, rest } = splitSign(plainNumberText(text))
  const [whole = '', fraction = '', ...more] = rest.split(decimal)
  const digits = ungroup(whole, group)
  if (digits === null || more.length > 0 || !/^\d*$/u.test(fraction) || digits + fraction === '') {
    return refuse('not-a-number', { rule: '10.5', facts: { format } })
  }
  const value = ratio(BigInt(digits + fraction), 10n ** BigInt(fraction.length))
  return negative ? ratio(-value.numerator, value.denominator) : value
}

/**
 * The format in which every sample reads as a number; null when none does. Where several fit (a column of
 * '1.234' only) the earliest of `preferred` wins, so pass the company's own format first.
 */
export function guessNumberFormat(
  samples: readonly string[],
  preferred: readonly NumberFormat[] = numberFormats,
): NumberFormat | null {
  const fits = (format: NumberFormat) =>
    samples.every((sample) => !('refused' in parseNumber(sample, format)))
  return [...preferred, ...numberFormats].find(fits) ?? null
}

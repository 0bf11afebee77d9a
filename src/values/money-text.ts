import { type Currency, minorDigits, parseCurrency } from './currency.ts'
import { type Money, moneyFromRatio } from './money.ts'
import { type NumberFormat, parseNumber, plainNumberText, splitSign } from './number-text.ts'
import { ratio } from './ratio.ts'
import { isRefusal, type Refusal, refuse } from './refusal.ts'

const symbol = /^(?<before>[\p{Sc}\p{L}.]*)\s*(?<number>[\d.,' -]*?)\s*(?<after>[\p{Sc}\p{L}.]*)$/u

/** Signs that belong to exactly one currency; '$', '£', '¥', 'kr' and others serve several and say nothing. */
const ownSigns: Readonly<Record<string, string>> = {
  '€': 'EUR',
  '₹': 'INR',
  '₩': 'KRW',
  '₽': 'RUB',
  '₺': 'TRY',
  R$: 'BRL',
}

function namesAnother(mark: string, currency: Currency): boolean {
  const named = ownSigns[mark] ?? parseCurrency(mark)
  return named !== null && named !== currency
}

/**
 * Reads a signed amount, with or without the currency's sign or code. Finer than the minor unit is refused, or rounded
 * half up where the text is of a whole line (`rounds`, rule 5.2).
 */
export function parseMoney(
  text: string,
  currency: Currency,
  format: NumberFormat,
  rounds = false,
): Money | Refusal<'not-a-number' | 'another-currency' | 'finer-than-the-minor-unit'> {
  const { negative, rest } = splitSign(plainNumberText(text))
  const found = symbol.exec(rest)?.groups
  if (found === undefined) return refuse('not-a-number', { rule: '10.5', facts: { format } })
  const marks = [found['before'] ?? '', found['after'] ?? '']
  if (marks.some((mark) => namesAnother(mark, currency))) {
    return refuse('another-currency', { rule: '5.2', facts: { currency } })
  }
  const value = parseNumber(found['number'] ?? '', format)
  if (isRefusal(value)) return value
  const digits = minorDigits(currency)
  if (!rounds && 10n ** BigInt(digits) % value.denominator !== 0n) {
    return refuse('finer-than-the-minor-unit', { rule: '5.2', facts: { currency, digits } })
  }
  return moneyFromRatio(negative ? ratio(-value.numerator, value.denominator) : value, currency)
}

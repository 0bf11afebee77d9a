import { useState } from 'react'
import { useFormats } from '../../../platform/web/language/useFormats.tsx'
import { type Currency, minorDigits } from '../../../values/currency.ts'
import { minorUnits, typedAmount } from '../../../values/typed-amount.ts'

/** An amount that is typed: its text, its whole minor units (null while it is none), and whether it is wrong. */
export function useAmount(currency: string, begin: number | null = null) {
  const { decimalMark } = useFormats()
  const digits = minorDigits(currency as Currency)
  const [text, setText] = useState(begin === null ? '' : typedAmount(begin, digits, decimalMark))
  const minor = text.trim() === '' ? null : minorUnits(text, digits, decimalMark)
  return { text, setText, minor, isWrong: text.trim() !== '' && minor === null, digits }
}

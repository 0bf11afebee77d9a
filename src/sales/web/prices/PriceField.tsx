import { TextInput } from '@mantine/core'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormats } from '../../../platform/web/language/useFormats.tsx'
import { type Currency, minorDigits } from '../../../values/currency.ts'
import { minorUnits, typedAmount } from '../../../values/typed-amount.ts'

type Props = {
  /** What it is the price of, for those who don't see the row. */
  label: string
  minor: number | null
  currency: string
  /** Null takes it off. Answers whether it was taken. */
  onSave: (minor: number | null) => Promise<boolean>
  placeholder?: string
}

/** A price that is changed where it stands: leaving the field or Enter saves, Escape puts it back, empty takes it off. */
export function PriceField({ label, minor, currency, onSave, placeholder }: Props) {
  const { t } = useTranslation('prices')
  const { decimalMark: mark } = useFormats()
  const digits = minorDigits(currency as Currency)
  const written = minor === null ? '' : typedAmount(minor, digits, mark)
  const [typed, setTyped] = useState<string | null>(null)
  const text = typed ?? written
  const wanted = text.trim() === '' ? null : minorUnits(text, digits, mark)
  const isWrong = text.trim() !== '' && wanted === null
  // Enter saves, and so does leaving the field: once.
  const isSaving = useRef(false)
  async function save() {
    if (typed === null || isWrong || isSaving.current) return
    isSaving.current = true
    const isTaken = wanted === minor || (await onSave(wanted))
    isSaving.current = false
    if (isTaken) setTyped(null)
  }
  return (
    <TextInput
      aria-label={label}
      value={text}
      placeholder={placeholder}
      inputMode={digits === 0 ? 'numeric' : 'decimal'}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onFocus={(event) => event.currentTarget.select()}
      onBlur={() => void save()}
      onKeyDown={(event) => {
        if (event.key === 'Enter') {
          // It may stand in a form, which Enter would send.
          event.preventDefault()
          void save()
        }
        if (event.key === 'Escape') setTyped(null)
      }}
      error={isWrong ? t('wrongPrice', { digits }) : undefined}
      styles={{ input: { textAlign: 'right', fontVariantNumeric: 'tabular-nums' } }}
      w={120}
    />
  )
}

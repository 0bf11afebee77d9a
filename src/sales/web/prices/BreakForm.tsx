import { Group, NumberInput, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormats } from '../../../platform/web/language/useFormats.tsx'
import { FormModal } from '../../../platform/web/ui/FormModal.tsx'
import { type Currency, minorDigits } from '../../../values/currency.ts'
import { minorUnits } from '../../../values/typed-amount.ts'

type Props = {
  name: string
  currency: string
  save: (leastQuantity: number, minor: number) => Promise<boolean>
  onClose: () => void
}

/** Another price of a product from a quantity on. */
export function BreakForm({ name, currency, save, onClose }: Props) {
  const { t } = useTranslation('prices')
  const { decimalMark: mark } = useFormats()
  const digits = minorDigits(currency as Currency)
  const [quantity, setQuantity] = useState<string | number>('')
  const [price, setPrice] = useState('')
  const [busy, setBusy] = useState(false)
  const minor = minorUnits(price, digits, mark)
  async function submit() {
    if (minor === null) return
    setBusy(true)
    if (await save(Number(quantity), minor)) onClose()
    else setBusy(false)
  }
  return (
    <FormModal
      title={t('breakOf', { name })}
      onClose={onClose}
      button={t('save')}
      onSubmit={() => void submit()}
      isReady={Number(quantity) > 0 && minor !== null}
      isPending={busy}
    >
      <Group grow align="start">
        <NumberInput
          label={t('leastQuantity')}
          min={0}
          max={1e9}
          decimalScale={6}
          decimalSeparator={mark}
          value={quantity}
          onChange={setQuantity}
          data-autofocus
        />
        <TextInput
          label={t('priceIn', { currency })}
          value={price}
          inputMode={digits === 0 ? 'numeric' : 'decimal'}
          onChange={(event) => setPrice(event.currentTarget.value)}
          error={price !== '' && minor === null ? t('wrongPrice', { digits }) : undefined}
        />
      </Group>
    </FormModal>
  )
}

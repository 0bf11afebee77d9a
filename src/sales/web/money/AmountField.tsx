import { TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { useAmount } from './useAmount.ts'

type Props = {
  label: string
  amount: ReturnType<typeof useAmount>
  description?: string
  isFirst?: boolean
}

/** An amount of money in one currency, typed as people write it. */
export function AmountField({ label, amount, description, isFirst = false }: Props) {
  const { t } = useTranslation('money')
  return (
    <TextInput
      label={label}
      description={description}
      value={amount.text}
      onChange={(event) => amount.setText(event.currentTarget.value)}
      inputMode={amount.digits === 0 ? 'numeric' : 'decimal'}
      error={amount.isWrong ? t('wrongAmount', { count: amount.digits }) : undefined}
      required
      withAsterisk={false}
      {...(isFirst ? { 'data-autofocus': true } : {})}
    />
  )
}

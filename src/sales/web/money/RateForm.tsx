import { SimpleGrid, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { CurrencySelect } from '../../../platform/web/choice/CurrencySelect.tsx'
import { DayField } from '../../../platform/web/choice/DayField.tsx'
import { useFormats } from '../../../platform/web/language/useFormats.tsx'
import { api } from '../../../platform/web/request/client.ts'
import { FormModal } from '../../../platform/web/ui/FormModal.tsx'
import { say } from '../../../platform/web/ui/offerUndo.tsx'
import { parseRate } from '../../rate.ts'
import { useRefreshMoney } from './useRefreshMoney.ts'

type Props = { home: string; begin?: string | undefined; onClose: () => void }

/** Records what one unit of a currency is worth in the company's own from a day on. */
export function RateForm({ home, begin, onClose }: Props) {
  const { t } = useTranslation('money')
  const { today, decimalMark } = useFormats()
  const refresh = useRefreshMoney()
  const [currency, setCurrency] = useState<string | null>(begin ?? null)
  const [day, setDay] = useState<string | null>(today)
  const [typed, setTyped] = useState('')
  const [source, setSource] = useState('')
  const rate = decimalMark === ',' ? typed.trim().replace(',', '.') : typed.trim()
  const isWrong = typed.trim() !== '' && parseRate(rate) === null
  const record = api.useMutation('post', '/api/rates', {
    onSuccess: async () => {
      await refresh()
      say(t('rates.saved', { currency }))
      onClose()
    },
  })
  return (
    <FormModal
      title={t('rates.add')}
      onClose={onClose}
      button={t('rates.save')}
      isReady={currency !== null && day !== null && typed.trim() !== '' && !isWrong}
      isPending={record.isPending}
      error={record.error}
      of="money"
      onSubmit={() =>
        record.mutate({
          body: {
            currency: currency ?? '',
            day: day ?? today,
            rate,
            ...(source.trim() === '' ? {} : { source: source.trim() }),
          },
        })
      }
    >
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <CurrencySelect label={t('currency')} value={currency} onChange={setCurrency} data-autofocus />
        <DayField label={t('rates.from')} value={day} onChange={setDay} required />
      </SimpleGrid>
      <TextInput
        label={t('rates.rate', { currency: currency ?? '…', home })}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        inputMode="decimal"
        error={isWrong ? t('rates.wrong') : undefined}
        required
        withAsterisk={false}
      />
      <TextInput
        label={t('rates.source')}
        value={source}
        onChange={(event) => setSource(event.currentTarget.value)}
        maxLength={200}
      />
    </FormModal>
  )
}

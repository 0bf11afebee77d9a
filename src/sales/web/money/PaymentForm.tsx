import { Checkbox, Select, SimpleGrid, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMay, useMe } from '../../../people/web/useMe.ts'
import { CurrencySelect } from '../../../platform/web/choice/CurrencySelect.tsx'
import { DayField } from '../../../platform/web/choice/DayField.tsx'
import { useFormats } from '../../../platform/web/language/useFormats.tsx'
import { api } from '../../../platform/web/request/client.ts'
import { FormModal } from '../../../platform/web/ui/FormModal.tsx'
import { methods } from '../../payment-methods.ts'
import { AmountField } from './AmountField.tsx'
import { CustomerField } from './CustomerField.tsx'
import type { Payment } from './types.ts'
import { useAmount } from './useAmount.ts'
import { useRefreshMoney } from './useRefreshMoney.ts'

type Props = {
  /** Whose money it is; chosen in the form when absent. */
  customer?: { id: string; name: string }
  /** What is open in which currency, to begin with. */
  begin?: { currency: string; minor: number } | undefined
  onClose: () => void
  onDone: (payment: Payment) => void
}

/** Records money that came in: what a salesperson takes at the door, or what reached the company. */
export function PaymentForm({ customer, begin, onClose, onDone }: Props) {
  const { t } = useTranslation('money')
  const may = useMay()
  const { company } = useMe()
  const { today } = useFormats()
  const refresh = useRefreshMoney()
  const [id] = useState(() => crypto.randomUUID())
  const [chosen, setChosen] = useState(customer?.id ?? null)
  const [currency, setCurrency] = useState(begin?.currency ?? company.currency)
  const amount = useAmount(currency, begin?.minor)
  const [method, setMethod] = useState<(typeof methods)[number]>('cash')
  const mayRecord = may('money.record')
  const [collected, setCollected] = useState(!mayRecord)
  const [paidOn, setPaidOn] = useState<string | null>(today)
  const [note, setNote] = useState('')
  const record = api.useMutation('post', '/api/payments', {
    onSuccess: async (payment) => {
      await refresh()
      onDone(payment)
    },
  })
  const isReady = chosen !== null && amount.minor !== null && amount.minor > 0 && paidOn !== null
  return (
    <FormModal
      title={customer === undefined ? t('payment.title') : t('payment.of', { name: customer.name })}
      onClose={onClose}
      button={t('payment.save')}
      isReady={isReady}
      isPending={record.isPending}
      error={record.error}
      of="money"
      onSubmit={() =>
        record.mutate({
          body: {
            id,
            customerId: chosen ?? '',
            amountMinor: amount.minor ?? 0,
            currency,
            method,
            collected,
            paidOn: paidOn ?? today,
            ...(note.trim() === '' ? {} : { note: note.trim() }),
          },
        })
      }
    >
      {customer === undefined && <CustomerField value={chosen} onChange={setChosen} />}
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <AmountField label={t('amount')} amount={amount} isFirst={customer !== undefined} />
        <CurrencySelect
          label={t('currency')}
          value={currency}
          onChange={(value) => setCurrency(value ?? company.currency)}
          allowDeselect={false}
        />
        <Select
          label={t('method')}
          data={methods.map((value) => ({ value, label: t(`methods.${value}`) }))}
          value={method}
          onChange={(value) => setMethod(methods.find((one) => one === value) ?? 'cash')}
          allowDeselect={false}
        />
        <DayField label={t('paidOn')} value={paidOn} onChange={setPaidOn} max={today} required />
      </SimpleGrid>
      {mayRecord && may('money.collect') && (
        <Checkbox
          label={t('payment.collected')}
          checked={collected}
          onChange={(event) => setCollected(event.currentTarget.checked)}
        />
      )}
      <TextInput
        label={t('note')}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
        maxLength={500}
      />
    </FormModal>
  )
}

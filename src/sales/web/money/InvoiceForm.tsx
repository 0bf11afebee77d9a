import { Select, SimpleGrid, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMe } from '../../../people/web/useMe.ts'
import { CurrencySelect } from '../../../platform/web/choice/CurrencySelect.tsx'
import { DayField } from '../../../platform/web/choice/DayField.tsx'
import { useFormats } from '../../../platform/web/language/useFormats.tsx'
import { api } from '../../../platform/web/request/client.ts'
import { FormModal } from '../../../platform/web/ui/FormModal.tsx'
import { say } from '../../../platform/web/ui/offerUndo.tsx'
import { AmountField } from './AmountField.tsx'
import { useAmount } from './useAmount.ts'
import { useRefreshMoney } from './useRefreshMoney.ts'

const kinds = ['invoice', 'credit-note', 'opening'] as const
type Props = { customer: { id: string; name: string }; paymentDays: number | null; onClose: () => void }

/** Records an invoice, a credit note or what was owed from before; due by the customer's payment days unless told. */
export function InvoiceForm({ customer, paymentDays, onClose }: Props) {
  const { t } = useTranslation('money')
  const { company } = useMe()
  const { today } = useFormats()
  const refresh = useRefreshMoney()
  const [id] = useState(() => crypto.randomUUID())
  const [kind, setKind] = useState<(typeof kinds)[number]>('invoice')
  const [code, setCode] = useState('')
  const [currency, setCurrency] = useState(company.currency)
  const amount = useAmount(currency)
  const [issuedOn, setIssuedOn] = useState<string | null>(today)
  const [dueOn, setDueOn] = useState<string | null>(null)
  const [note, setNote] = useState('')
  const record = api.useMutation('post', '/api/receivables', {
    onSuccess: async () => {
      await refresh()
      say(t('invoice.saved', { code: code.trim() }))
      onClose()
    },
  })
  return (
    <FormModal
      title={t('invoice.title', { name: customer.name })}
      onClose={onClose}
      button={t('invoice.save')}
      isReady={amount.minor !== null && amount.minor > 0 && code.trim() !== '' && issuedOn !== null}
      isPending={record.isPending}
      error={record.error}
      of="money"
      onSubmit={() =>
        record.mutate({
          body: {
            id,
            customerId: customer.id,
            code: code.trim(),
            kind,
            currency,
            amountMinor: amount.minor ?? 0,
            issuedOn: issuedOn ?? today,
            ...(dueOn === null ? {} : { dueOn }),
            ...(note.trim() === '' ? {} : { note: note.trim() }),
          },
        })
      }
    >
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <Select
          label={t('kind')}
          data={kinds.map((value) => ({ value, label: t(`kinds.${value}`) }))}
          value={kind}
          onChange={(value) => setKind(kinds.find((one) => one === value) ?? 'invoice')}
          allowDeselect={false}
        />
        <TextInput
          label={t('number')}
          value={code}
          onChange={(event) => setCode(event.currentTarget.value)}
          maxLength={60}
          required
          withAsterisk={false}
        />
        <AmountField label={t('amount')} amount={amount} />
        <CurrencySelect
          label={t('currency')}
          value={currency}
          onChange={(value) => setCurrency(value ?? company.currency)}
          allowDeselect={false}
        />
        <DayField label={t('issuedOn')} value={issuedOn} onChange={setIssuedOn} required />
        <DayField
          label={t('dueOn')}
          description={t('invoice.dueText', { count: paymentDays ?? 0 })}
          value={dueOn}
          onChange={setDueOn}
          clearable
        />
      </SimpleGrid>
      <TextInput
        label={t('note')}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
        maxLength={500}
      />
    </FormModal>
  )
}

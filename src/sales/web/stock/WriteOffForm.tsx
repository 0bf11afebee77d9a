import { NumberInput, Select, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { DayField } from '../../../platform/web/choice/DayField.tsx'
import { useFormats } from '../../../platform/web/language/useFormats.tsx'
import { api } from '../../../platform/web/request/client.ts'
import { FormModal } from '../../../platform/web/ui/FormModal.tsx'
import { say } from '../../../platform/web/ui/offerUndo.tsx'
import { useRefreshStock } from './useStock.ts'

const reasons = ['expired', 'broken', 'stolen', 'promotion', 'other'] as const
type Props = { customerId: string; product: { id: string; name: string }; onClose: () => void }

/** Goods lost at the outlet: they were not sold. */
export function WriteOffForm({ customerId, product, onClose }: Props) {
  const { t } = useTranslation('stock')
  const { today, decimalMark } = useFormats()
  const refresh = useRefreshStock()
  const [quantity, setQuantity] = useState<string | number>('')
  const [reason, setReason] = useState<string | null>(null)
  const [day, setDay] = useState(today)
  const [note, setNote] = useState('')
  const record = api.useMutation('post', '/api/customers/{id}/write-offs', {
    onSuccess: async () => {
      await refresh()
      say(t('writtenOff', { name: product.name }))
      onClose()
    },
  })
  return (
    <FormModal
      title={t('writeOffOf', { name: product.name })}
      onClose={onClose}
      button={t('writeOff')}
      onSubmit={() => {
        const why = reasons.find((known) => known === reason)
        if (why === undefined) return
        const body = { productId: product.id, quantity: Number(quantity), reason: why, day, note }
        record.mutate({ params: { path: { id: customerId } }, body })
      }}
      isReady={Number(quantity) > 0 && reason !== null}
      isPending={record.isPending}
      error={record.error}
      of="stock"
    >
      <NumberInput
        label={t('howMany')}
        min={0}
        decimalScale={6}
        decimalSeparator={decimalMark}
        value={quantity}
        onChange={setQuantity}
        data-autofocus
      />
      <Select
        label={t('why')}
        data={reasons.map((value) => ({ value, label: t(`reason.${value}`) }))}
        value={reason}
        onChange={setReason}
      />
      <DayField label={t('day')} value={day} max={today} onChange={(picked) => setDay(picked ?? today)} />
      <TextInput
        label={t('note')}
        value={note}
        maxLength={500}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
    </FormModal>
  )
}

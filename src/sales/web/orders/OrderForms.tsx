import { Textarea } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { DayField } from '../../../platform/web/choice/DayField.tsx'
import { useFormats } from '../../../platform/web/language/useFormats.tsx'
import { api } from '../../../platform/web/request/client.ts'
import { FormModal } from '../../../platform/web/ui/FormModal.tsx'
import { say } from '../../../platform/web/ui/offerUndo.tsx'
import { useRefreshOrders } from './useOrders.ts'
import type { Order } from './useOrderWords.ts'

/** The goods were there on another day than today. */
export function DeliverForm({
  onDay,
  onClose,
}: {
  onDay: (day: string) => Promise<void>
  onClose: () => void
}) {
  const { t } = useTranslation('sales')
  const { today } = useFormats()
  const [day, setDay] = useState(today)
  const [busy, setBusy] = useState(false)
  return (
    <FormModal
      title={t('deliverOn')}
      onClose={onClose}
      button={t('deliver')}
      isPending={busy}
      onSubmit={() => {
        setBusy(true)
        void onDay(day).finally(onClose)
      }}
    >
      <DayField label={t('day')} value={day} max={today} onChange={(picked) => setDay(picked ?? today)} />
    </FormModal>
  )
}

/** Cancels the order, with the reason; it stays readable. */
export function CancelForm({ order, onClose }: { order: Order; onClose: () => void }) {
  const { t } = useTranslation('sales')
  const refresh = useRefreshOrders()
  const [reason, setReason] = useState('')
  const cancel = api.useMutation('post', '/api/orders/{id}/cancel', {
    onSuccess: async () => {
      await refresh()
      say(t('cancelled', { code: order.code }))
      onClose()
    },
  })
  return (
    <FormModal
      title={t('cancelTitle', { code: order.code })}
      onClose={onClose}
      button={t('cancelIt')}
      onSubmit={() =>
        cancel.mutate({ params: { path: { id: order.id } }, body: { version: order.version, reason } })
      }
      isReady={reason.trim() !== ''}
      isPending={cancel.isPending}
      error={cancel.error}
      of="sales"
    >
      <Textarea
        label={t('reason')}
        value={reason}
        maxLength={500}
        onChange={(event) => setReason(event.currentTarget.value)}
        data-autofocus
      />
    </FormModal>
  )
}

import { Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { DayField } from '../../platform/web/choice/DayField.tsx'
import { useFormats } from '../../platform/web/language/useFormats.tsx'
import { api } from '../../platform/web/request/client.ts'
import { FormModal } from '../../platform/web/ui/FormModal.tsx'
import { ReasonField } from '../../platform/web/ui/ReasonField.tsx'
import { say } from '../../platform/web/ui/offerUndo.tsx'
import { addDays } from '../../values/calendar.ts'
import type { Day } from '../../values/day.ts'
import { useRefreshPool } from './useRefreshPool.ts'

type Props = { customerId: string; owner: string; onClose: () => void }

/** Keeps a customer for its owner until a day, with a reason. */
export function KeepForm({ customerId, owner, onClose }: Props) {
  const { t } = useTranslation('pool')
  const { day, today } = useFormats()
  const [until, setUntil] = useState<string | null>(addDays(today as Day, 30))
  const [reason, setReason] = useState('')
  const refresh = useRefreshPool()
  const keep = api.useMutation('post', '/api/customers/{id}/keep', {
    onSuccess: async () => {
      await refresh()
      say(t('keep.saved', { day: day(until ?? today) }))
      onClose()
    },
  })
  function save() {
    if (until !== null) keep.mutate({ params: { path: { id: customerId } }, body: { until, reason } })
  }
  return (
    <FormModal
      title={t('keep.title', { name: owner })}
      onClose={onClose}
      button={t('keep.save')}
      onSubmit={save}
      isReady={until !== null && reason.trim() !== ''}
      isPending={keep.isPending}
      error={keep.error}
      of="pool"
    >
      <Text size="sm">{t('keep.text')}</Text>
      <DayField label={t('keep.until')} value={until} onChange={setUntil} required min={today} />
      <ReasonField label={t('keep.reason')} required value={reason} onChange={setReason} />
    </FormModal>
  )
}

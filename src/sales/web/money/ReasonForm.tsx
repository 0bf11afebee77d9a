import { Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../../platform/web/request/client.ts'
import { FormModal } from '../../../platform/web/ui/FormModal.tsx'
import { ReasonField } from '../../../platform/web/ui/ReasonField.tsx'
import { say } from '../../../platform/web/ui/offerUndo.tsx'
import { useRefreshMoney } from './useRefreshMoney.ts'

export type Reasoned = { act: 'cancel' | 'dispute' | 'void'; id: string; name: string }

/** Cancels an invoice, notes a dispute, or voids a payment: with the reason. */
export function ReasonForm({ act, id, name, onClose }: Reasoned & { onClose: () => void }) {
  const { t } = useTranslation('money')
  const refresh = useRefreshMoney()
  const [reason, setReason] = useState('')
  const done = {
    onSuccess: async () => {
      await refresh()
      say(t(`reason.${act}.done`, { name }))
      onClose()
    },
  }
  const cancel = api.useMutation('post', '/api/receivables/{id}/cancel', done)
  const dispute = api.useMutation('post', '/api/receivables/{id}/dispute', done)
  const voiding = api.useMutation('post', '/api/payments/{id}/void', done)
  const params = { path: { id } }
  const submit = () => {
    if (act === 'cancel') cancel.mutate({ params, body: { reason: reason.trim() } })
    if (act === 'dispute') dispute.mutate({ params, body: { disputed: true, note: reason.trim() } })
    if (act === 'void') voiding.mutate({ params, body: { reason: reason.trim() } })
  }
  return (
    <FormModal
      title={t(`reason.${act}.title`, { name })}
      onClose={onClose}
      button={t(`reason.${act}.button`)}
      onSubmit={submit}
      isReady={reason.trim() !== ''}
      isPending={cancel.isPending || dispute.isPending || voiding.isPending}
      error={cancel.error ?? dispute.error ?? voiding.error}
      of="money"
    >
      <Text size="sm">{t(`reason.${act}.text`)}</Text>
      <ReasonField label={t('reason.label')} value={reason} onChange={setReason} required />
    </FormModal>
  )
}

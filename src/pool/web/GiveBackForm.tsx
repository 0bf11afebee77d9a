import { Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../platform/web/request/client.ts'
import { FormModal } from '../../platform/web/ui/FormModal.tsx'
import { ReasonField } from '../../platform/web/ui/ReasonField.tsx'
import { say } from '../../platform/web/ui/offerUndo.tsx'
import { useRefreshPool } from './useRefreshPool.ts'

type Props = { customer: { id: string; name: string }; onClose: () => void; onDone: () => void }

/** Gives a customer of mine back to the pool, with the reason, after saying what that means for me. */
export function GiveBackForm({ customer: { id, name }, onClose, onDone }: Props) {
  const { t } = useTranslation('pool')
  const [reason, setReason] = useState('')
  const refresh = useRefreshPool()
  const rules = api.useQuery('get', '/api/company/pool')
  const cooldown = rules.data?.rules.claims.cooldown
  const back = api.useMutation('post', '/api/customers/{id}/give-back', {
    onSuccess: async () => {
      say(t('back.done', { name }))
      onDone()
      await refresh()
    },
  })
  return (
    <FormModal
      title={t('back.title', { name })}
      onClose={onClose}
      button={t('back.save')}
      onSubmit={() => back.mutate({ params: { path: { id } }, body: { reason } })}
      isReady={reason.trim() !== ''}
      isPending={back.isPending}
      error={back.error}
      of="pool"
    >
      <Text size="sm">{cooldown === undefined ? ' ' : t('back.text', { count: cooldown })}</Text>
      <ReasonField label={t('back.reason')} required value={reason} onChange={setReason} />
    </FormModal>
  )
}

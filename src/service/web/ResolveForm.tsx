import { Text, Textarea } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../platform/web/request/client.ts'
import { FormModal } from '../../platform/web/ui/FormModal.tsx'
import { offerUndo } from '../../platform/web/ui/offerUndo.tsx'
import { request } from '../../platform/web/request/client.ts'
import type { Complaint } from './types.ts'
import { useRefreshComplaints } from './useRefreshComplaints.ts'

type Props = { complaint: Complaint; onClose: () => void }

/** Closes a complaint with why it came about and what was done. */
export function ResolveForm({ complaint, onClose }: Props) {
  const { t } = useTranslation('service')
  const refresh = useRefreshComplaints()
  const [cause, setCause] = useState(complaint.cause ?? '')
  const [remedy, setRemedy] = useState(complaint.remedy ?? '')
  const path = { path: { id: complaint.id } }
  const resolve = api.useMutation('post', '/api/complaints/{id}/resolve', {
    onSuccess: async ({ version }) => {
      await refresh()
      onClose()
      offerUndo(t('resolve.done'), async () => {
        const { error } = await request.POST('/api/complaints/{id}/reopen', {
          params: path,
          body: { version },
        })
        if (error !== undefined) throw error
        await refresh()
      })
    },
  })
  return (
    <FormModal
      title={t('resolve.title')}
      onClose={onClose}
      button={t('resolve.button')}
      onSubmit={() => resolve.mutate({ params: path, body: { version: complaint.version, cause, remedy } })}
      isReady={cause.trim() !== '' && remedy.trim() !== ''}
      isPending={resolve.isPending}
      error={resolve.error}
      of="service"
    >
      <Text size="sm" c="dimmed" style={{ whiteSpace: 'pre-line' }}>
        {complaint.text}
      </Text>
      <Textarea
        label={t('resolve.cause')}
        required
        withAsterisk={false}
        value={cause}
        maxLength={2000}
        autosize
        minRows={2}
        data-autofocus
        onChange={(event) => setCause(event.currentTarget.value)}
      />
      <Textarea
        label={t('resolve.remedy')}
        required
        withAsterisk={false}
        value={remedy}
        maxLength={2000}
        autosize
        minRows={2}
        onChange={(event) => setRemedy(event.currentTarget.value)}
      />
    </FormModal>
  )
}

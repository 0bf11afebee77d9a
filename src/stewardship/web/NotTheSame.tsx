import { Button, Group, TextInput } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { request } from '../../platform/web/request/client.ts'
import { offerUndo, sayProblem } from '../../platform/web/ui/offerUndo.tsx'
import { useRefresh } from './useQueue.ts'

const focusOnce = (field: HTMLInputElement | null) => field?.focus()

/** They are two outlets: said once with the reason, and remembered. */
export function NotTheSame({ pairId, next }: { pairId: string; next: string }) {
  const { t } = useTranslation('stewardship')
  const navigate = useNavigate()
  const refresh = useRefresh()
  const [asking, setAsking] = useState(false)
  const [reason, setReason] = useState('')
  const params = { path: { id: pairId } }
  async function dismiss() {
    const { error } = await request.POST('/api/duplicates/{id}/dismiss', { params, body: { reason } })
    if (error !== undefined) return sayProblem(error)
    offerUndo(t('merge.dismissed'), async () => {
      const undone = await request.POST('/api/duplicates/{id}/reopen', { params })
      if (undone.error !== undefined) throw undone.error
      await refresh()
    })
    await refresh()
    await navigate({ to: next })
  }
  if (!asking)
    return (
      <Button variant="default" onClick={() => setAsking(true)}>
        {t('merge.two')}
      </Button>
    )
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        void dismiss()
      }}
    >
      <Group align="end" gap="xs">
        <TextInput
          label={t('merge.why')}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          required
          ref={focusOnce}
        />
        <Button type="submit" variant="default" disabled={reason.trim() === ''}>
          {t('merge.two')}
        </Button>
      </Group>
    </form>
  )
}

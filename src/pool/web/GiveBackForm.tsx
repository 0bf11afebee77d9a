import { Button, Group, Modal, Stack, Text, Textarea } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../platform/web/request/client.ts'
import { say, sayProblem } from '../../platform/web/ui/offerUndo.tsx'
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
    onError: sayProblem,
  })
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('back.title', { name })}
      closeButtonProps={{ 'aria-label': t('shell:close') }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault()
          back.mutate({ params: { path: { id } }, body: { reason } })
        }}
      >
        <Stack>
          <Text size="sm">{cooldown === undefined ? ' ' : t('back.text', { count: cooldown })}</Text>
          <Textarea
            label={t('back.reason')}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
            maxLength={500}
            required
            autosize
            minRows={2}
          />
          <Group justify="end">
            <Button variant="default" onClick={onClose}>
              {t('cancel')}
            </Button>
            <Button type="submit" disabled={reason.trim() === ''} loading={back.isPending}>
              {t('back.save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}

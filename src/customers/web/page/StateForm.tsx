import { Button, Modal, Stack, Text, Textarea } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../../platform/web/request/client.ts'
import { say, sayProblem } from '../../../platform/web/ui/offerUndo.tsx'
import { useRefreshCustomers } from '../useRefreshCustomers.ts'
import type { Customer } from './customer.ts'

type Props = { customer: Customer; to: 'close' | 'reopen'; onClose: () => void }

/** Closes an outlet that is no more, or opens it again; both say why and nothing is lost. */
export function StateForm({ customer, to, onClose }: Props) {
  const { t } = useTranslation('customer')
  const refresh = useRefreshCustomers()
  const [reason, setReason] = useState('')
  const done = {
    onSuccess: async () => {
      await refresh()
      say(t(`state.${to}Done`, { name: customer.name }))
      onClose()
    },
    onError: sayProblem,
  }
  const close = api.useMutation('post', '/api/customers/{id}/close', done)
  const reopen = api.useMutation('post', '/api/customers/{id}/reopen', done)
  const act = to === 'close' ? close : reopen
  return (
    <Modal
      opened
      closeButtonProps={{ 'aria-label': t('shell:close') }}
      onClose={onClose}
      title={t(`state.${to}`)}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault()
          act.mutate({ params: { path: { id: customer.id } }, body: { reason } })
        }}
      >
        <Stack>
          <Text>{t(`state.${to}Text`)}</Text>
          <Textarea
            label={t('reason')}
            required
            maxLength={500}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
            data-autofocus
          />
          <Button type="submit" loading={act.isPending} disabled={reason.trim() === ''}>
            {t(`state.${to}`)}
          </Button>
        </Stack>
      </form>
    </Modal>
  )
}

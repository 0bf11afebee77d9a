import { Button, Group, Modal, Stack, Text, Textarea } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { DayField } from '../../platform/web/choice/DayField.tsx'
import { useFormats } from '../../platform/web/language/useFormats.tsx'
import { api } from '../../platform/web/request/client.ts'
import { say, sayProblem } from '../../platform/web/ui/offerUndo.tsx'
import { addDays } from '../../values/calendar.ts'
import type { Day } from '../../values/day.ts'
import { useRefreshPool } from './useRefreshPool.ts'

type Props = { customerId: string; owner: string; onClose: () => void }

/** Keeps a customer for its owner until a day, with a reason. */
export function KeepForm({ customerId, owner, onClose }: Props) {
  const { t } = useTranslation(['pool', 'customers'])
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
    onError: sayProblem,
  })
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('keep.title', { name: owner })}
      closeButtonProps={{ 'aria-label': t('shell:close') }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (until !== null) keep.mutate({ params: { path: { id: customerId } }, body: { until, reason } })
        }}
      >
        <Stack>
          <Text size="sm">{t('keep.text')}</Text>
          <DayField label={t('keep.until')} value={until} onChange={setUntil} required />
          <Textarea
            label={t('keep.reason')}
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
            <Button type="submit" disabled={until === null || reason.trim() === ''} loading={keep.isPending}>
              {t('keep.save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}

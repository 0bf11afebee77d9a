import { Alert, Button, Group, Stack, Text } from '@mantine/core'
import { IconArrowBackUp, IconCheck } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Transfer } from '../../ownership/web/transfer/types.ts'
import { useKeepTransfer, useTransfer } from '../../ownership/web/transfer/useTransfers.ts'
import { useFormats } from '../../platform/web/language/useFormats.tsx'
import { api } from '../../platform/web/request/client.ts'
import { FormProblem } from '../../platform/web/ui/FormProblem.tsx'
import { LongWork } from '../../platform/web/ui/LongWork.tsx'

/** What became of a transfer: how far it is, who did it when, and the way back. */
export function Outcome({ transfer }: { transfer: Transfer }) {
  const { t } = useTranslation('transfers')
  const { instant, number } = useFormats()
  const keep = useKeepTransfer()
  const { refetch } = useTransfer(transfer.id)
  const { customers, committed, undone } = transfer
  const undo = api.useMutation('post', '/api/transfers/{id}/undo', {
    onSuccess: async () => {
      const { data } = await refetch()
      if (data !== undefined) await keep(data)
    },
  })
  if (committed === null)
    return (
      <LongWork
        label={t('working')}
        done={transfer.progress?.written ?? 0}
        total={customers}
        note={t('workingNote')}
      />
    )
  const nameOf = (by: { name: string } | null) => by?.name ?? t('program')
  return (
    <Stack gap="sm" mb="md">
      <Alert
        variant="light"
        color={undone === null ? 'green' : 'gray'}
        icon={undone === null ? <IconCheck size={18} /> : <IconArrowBackUp size={18} />}
        role="alert"
      >
        <Text>
          {t('doneBy', {
            count: customers,
            shown: number(customers),
            name: nameOf(committed.by),
            at: instant(committed.at),
          })}
        </Text>
        {undone !== null && <Text>{t('undoneBy', { name: nameOf(undone.by), at: instant(undone.at) })}</Text>}
      </Alert>
      {undone === null && (
        <Group>
          <Button
            variant="default"
            leftSection={<IconArrowBackUp size={16} aria-hidden />}
            loading={undo.isPending}
            onClick={() => undo.mutate({ params: { path: { id: transfer.id } }, body: {} })}
          >
            {t('undo')}
          </Button>
          <Text size="sm" c="dimmed">
            {t('undoText')}
          </Text>
        </Group>
      )}
      <FormProblem error={undo.error} of="transfers" />
    </Stack>
  )
}

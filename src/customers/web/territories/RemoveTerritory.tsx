import { Button, Group, Modal, Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useFormats } from '../../../platform/web/language/useFormats.tsx'
import { api } from '../../../platform/web/request/client.ts'
import { FormProblem } from '../../../platform/web/ui/FormProblem.tsx'
import { say } from '../../../platform/web/ui/offerUndo.tsx'
import { useRefreshCustomers } from '../useRefreshCustomers.ts'
import type { Territory } from './territory.ts'

type Props = { territory: Territory; onClose: () => void }

/** Says what removing a territory means before it is done; it can't be taken back by a press. */
export function RemoveTerritory({ territory, onClose }: Props) {
  const { t } = useTranslation(['territories', 'shell'])
  const { number } = useFormats()
  const refresh = useRefreshCustomers()
  const { id, name, customers } = territory
  const remove = api.useMutation('delete', '/api/territories/{id}', {
    onSuccess: async () => {
      await refresh()
      say(t('removed', { name }))
      onClose()
    },
  })
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('removeTitle', { name })}
      closeButtonProps={{ 'aria-label': t('shell:close') }}
    >
      <Stack>
        <Text>{t('removeText', { count: customers, customers: number(customers) })}</Text>
        <FormProblem error={remove.error} of="territories" />
        <Group>
          <Button
            color="red"
            loading={remove.isPending}
            onClick={() => remove.mutate({ params: { path: { id } } })}
          >
            {t('removeButton')}
          </Button>
          <Button variant="default" onClick={onClose} data-autofocus>
            {t('cancel')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}

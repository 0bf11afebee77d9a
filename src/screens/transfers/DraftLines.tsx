import { Button, Group, Modal, Stack } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { LinesTable } from '../../ownership/web/transfer/LinesTable.tsx'
import type { Transfer } from '../../ownership/web/transfer/types.ts'
import { useKeepTransfer } from '../../ownership/web/transfer/useTransfers.ts'
import { PersonSelect } from '../../people/web/PersonSelect.tsx'
import { queryClient } from '../../platform/web/request/query-client.ts'
import { api } from '../../platform/web/request/client.ts'
import { FormProblem } from '../../platform/web/ui/FormProblem.tsx'

type Which = string[] | 'without-successor'

/** The customers of a draft: each can be given to somebody else by hand, or left out. */
export function DraftLines({ transfer }: { transfer: Transfer }) {
  const { t } = useTranslation('transfers')
  const keep = useKeepTransfer()
  const [asking, ask] = useState<Which | null>(null)
  const change = api.useMutation('post', '/api/transfers/{id}/lines', {
    onSuccess: async (changed) => {
      ask(null)
      await keep(changed)
      await queryClient.invalidateQueries({ queryKey: ['get', '/api/transfers/{id}/lines'] })
    },
  })
  const give = (customers: Which, personId: string | null) =>
    change.mutate({ params: { path: { id: transfer.id } }, body: { customers, personId } })
  return (
    <Stack gap="sm">
      {transfer.withoutSuccessor > 0 && (
        <Group gap="xs">
          <Button size="xs" variant="default" onClick={() => ask('without-successor')}>
            {t('giveRest')}
          </Button>
          <Button size="xs" variant="default" onClick={() => give('without-successor', null)}>
            {t('leaveRestOut')}
          </Button>
        </Group>
      )}
      {asking === null && <FormProblem error={change.error} of="transfers" />}
      <LinesTable
        transfer={transfer}
        editing={{
          give: (customer, personId) => give([customer], personId),
          somebodyElse: (customer) => ask([customer]),
        }}
      />
      <Modal
        opened={asking !== null}
        closeButtonProps={{ 'aria-label': t('shell:close') }}
        onClose={() => ask(null)}
        title={t('somebodyElse')}
      >
        <Stack>
          <PersonSelect
            label={t('takes')}
            value={null}
            onChange={(personId) => {
              if (personId !== null && asking !== null) give(asking, personId)
            }}
          />
          <FormProblem error={change.error} of="transfers" />
        </Stack>
      </Modal>
    </Stack>
  )
}

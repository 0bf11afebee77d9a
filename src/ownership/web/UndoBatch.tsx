import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { api } from '../../platform/web/request/client.ts'
import { say, sayProblem } from '../../platform/web/ui/offerUndo.tsx'
import { useRefresh } from './useRefresh.ts'

/** Takes back what was recorded together with this: for all its customers, or with the reason why not. */
export function UndoBatch({ batchId }: { batchId: string }) {
  const { t } = useTranslation('relay')
  const refresh = useRefresh()
  const undo = api.useMutation('post', '/api/ownership/batches/{id}/undo', {
    onSuccess: async ({ customers }) => {
      await refresh()
      say(t('undone', { count: customers }))
    },
    onError: sayProblem,
  })
  return (
    <Button
      variant="light"
      size="compact-sm"
      mt={4}
      loading={undo.isPending}
      onClick={() => undo.mutate({ params: { path: { id: batchId } }, body: {} })}
    >
      {t('undo')}
    </Button>
  )
}

import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { api } from '../../platform/web/request/client.ts'
import { say, sayProblem } from '../../platform/web/ui/offerUndo.tsx'
import { useRefresh } from './useRefresh.ts'

/** Ends a cover before its day, for all its customers; one that hasn't begun never does. */
export function EndCover({ batchId }: { batchId: string }) {
  const { t } = useTranslation('relay')
  const refresh = useRefresh()
  const end = api.useMutation('post', '/api/ownership/covers/{id}/end', {
    onSuccess: async ({ customers }) => {
      await refresh()
      say(t('ended', { count: customers }))
    },
    onError: sayProblem,
  })
  return (
    <Button
      variant="light"
      size="compact-sm"
      mt={4}
      loading={end.isPending}
      onClick={() => end.mutate({ params: { path: { id: batchId } } })}
    >
      {t('end')}
    </Button>
  )
}

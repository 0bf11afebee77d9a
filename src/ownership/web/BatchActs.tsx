import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { api } from '../../platform/web/request/client.ts'
import { say, sayProblem } from '../../platform/web/ui/offerUndo.tsx'
import { useRefresh } from './useRefresh.ts'

type Props = { batchId: string }

/** Takes back what was recorded together with this: for all its customers, or with the reason why not. */
export function UndoBatch({ batchId }: Props) {
  const { t } = useTranslation('relay')
  const undo = api.useMutation('post', '/api/ownership/batches/{id}/undo', useSaid('undone'))
  const press = () => undo.mutate({ params: { path: { id: batchId } }, body: {} })
  return <Act label={t('undo')} busy={undo.isPending} press={press} />
}

/** Ends a cover before its day, for all its customers; one that hasn't begun never does. */
export function EndCover({ batchId }: Props) {
  const { t } = useTranslation('relay')
  const end = api.useMutation('post', '/api/ownership/covers/{id}/end', useSaid('ended'))
  return (
    <Act
      label={t('end')}
      busy={end.isPending}
      press={() => end.mutate({ params: { path: { id: batchId } } })}
    />
  )
}

/** Says for how many customers it was done, or why it wasn't. */
function useSaid(sentence: 'undone' | 'ended') {
  const { t } = useTranslation('relay')
  const refresh = useRefresh()
  return {
    onSuccess: async ({ customers }: { customers: number }) => {
      await refresh()
      say(t(sentence, { count: customers }))
    },
    onError: sayProblem,
  }
}

function Act({ label, busy, press }: { label: string; busy: boolean; press: () => void }) {
  return (
    <Button variant="light" size="compact-sm" mt={4} loading={busy} onClick={press}>
      {label}
    </Button>
  )
}

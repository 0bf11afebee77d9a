import { Button, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useFormats } from '../../../platform/web/language/useFormats.tsx'
import { api } from '../../../platform/web/request/client.ts'
import { Line, Lines } from '../../../platform/web/ui/Lines.tsx'
import { TextLink } from '../../../platform/web/ui/links.tsx'
import { say, sayProblem } from '../../../platform/web/ui/offerUndo.tsx'
import type { TierRun } from './types.ts'
import { useRefreshTiers } from './useRefreshTiers.ts'

/** The computations so far: who made them, how many moved, and the last one to take back. */
export function TierRuns({ runs, listOf }: { runs: readonly TierRun[]; listOf: (batch: string) => string }) {
  const { t } = useTranslation('tiers')
  const { day, instant, number } = useFormats()
  if (runs.length === 0) return <Text c="dimmed">{t('runs.none')}</Text>
  return (
    <Lines label={t('runs.title')}>
      {runs.map((run) => {
        const said = t('runs.moved', {
          count: run.moved,
          shown: number(run.moved),
          customers: number(run.customers),
        })
        const who = run.madeBy?.name ?? t('runs.byItself')
        return (
          <Line
            key={run.id}
            title={run.moved > 0 ? <TextLink to={listOf(run.id)}>{said}</TextLink> : said}
            detail={[
              t('runs.asOf', { day: day(run.asOf), who, at: instant(run.madeAt) }),
              run.undoneAt !== null && t('runs.undone', { at: instant(run.undoneAt) }),
            ]
              .filter(Boolean)
              .join(' · ')}
            action={run.mayUndo && <Undo run={run} />}
          />
        )
      })}
    </Lines>
  )
}

function Undo({ run }: { run: TierRun }) {
  const { t } = useTranslation('tiers')
  const { number } = useFormats()
  const refresh = useRefreshTiers()
  const undo = api.useMutation('post', '/api/tiers/runs/{id}/undo', {
    onSuccess: async ({ restored }) => {
      await refresh()
      say(t('runs.restored', { count: restored, shown: number(restored) }))
    },
    onError: sayProblem,
  })
  return (
    <Button
      size="compact-sm"
      variant="default"
      loading={undo.isPending}
      onClick={() => undo.mutate({ params: { path: { id: run.id } } })}
    >
      {t('runs.undo')}
    </Button>
  )
}

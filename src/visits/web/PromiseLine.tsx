import { Badge, Button, Group } from '@mantine/core'
import { type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormats } from '../../platform/web/language/useFormats.tsx'
import { request } from '../../platform/web/request/client.ts'
import { Line } from '../../platform/web/ui/Lines.tsx'
import { offerUndo, sayProblem } from '../../platform/web/ui/offerUndo.tsx'
import type { CustomerPromise } from './types.ts'
import { useRefreshVisits } from './useVisit.ts'

type Props = { promise: CustomerPromise; customer?: ReactNode }

/** A promise with when it is due; kept or withdrawn with one press, and taken back as easily. */
export function PromiseLine({ promise, customer }: Props) {
  const { t } = useTranslation('visits')
  const { day, fromToday } = useFormats()
  const refresh = useRefreshVisits()
  const { id, text, state, dueOn, madeBy, madeOn, keptOn, withdrawnOn, outcome, may } = promise
  async function close(action: 'keep' | 'withdraw') {
    const params = { path: { id } }
    const path = action === 'keep' ? '/api/promises/{id}/keep' : '/api/promises/{id}/withdraw'
    const { error } = await request.POST(path, { params, body: {} })
    if (error !== undefined) throw error
    await refresh()
    offerUndo(t(action === 'keep' ? 'promises.keptNow' : 'promises.withdrawnNow'), async () => {
      const { error: refused } = await request.POST('/api/promises/{id}/reopen', { params })
      if (refused !== undefined) throw refused
      await refresh()
    })
  }
  const made = t('promises.madeOn', { name: madeBy?.name ?? t('promises.somebody'), day: day(madeOn) })
  const due =
    dueOn === null ? t('promises.noDay') : t('promises.due', { day: day(dueOn), ago: fromToday(dueOn) })
  const ended =
    keptOn !== null
      ? t('promises.keptOn', { day: day(keptOn) })
      : withdrawnOn === null
        ? due
        : t('promises.withdrawnOn', { day: day(withdrawnOn) })
  return (
    <Line
      title={
        <Group gap="xs">
          {text}
          {state === 'overdue' && (
            <Badge color="red" variant="light" tt="none">
              {t('promises.overdue')}
            </Badge>
          )}
        </Group>
      }
      detail={
        <>
          {customer !== undefined && <>{customer} · </>}
          {[ended, made, outcome].filter(Boolean).join(' · ')}
        </>
      }
      action={
        may.includes('keep') && (
          <Group gap={4} wrap="nowrap">
            <Button
              size="compact-sm"
              variant="light"
              aria-label={t('promises.keepThis', { text })}
              onClick={() => void close('keep').catch(sayProblem)}
            >
              {t('promises.keep')}
            </Button>
            <Button
              size="compact-sm"
              variant="subtle"
              color="gray"
              aria-label={t('promises.withdrawThis', { text })}
              onClick={() => void close('withdraw').catch(sayProblem)}
            >
              {t('promises.withdraw')}
            </Button>
          </Group>
        )
      }
    />
  )
}

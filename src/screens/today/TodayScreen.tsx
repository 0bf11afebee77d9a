import { IconCircleCheck } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useMe } from '../../people/web/useMe.ts'
import { useFormats } from '../../platform/web/language/useFormats.tsx'
import { EmptyState } from '../../platform/web/ui/EmptyState.tsx'
import { ErrorState } from '../../platform/web/ui/ErrorState.tsx'
import { LoadingState } from '../../platform/web/ui/LoadingState.tsx'
import { PageHeader } from '../../platform/web/ui/PageHeader.tsx'
import { NextList } from './NextList.tsx'
import { useNext } from './useNext.ts'

/** What needs me now: a short list in order of harm avoided, each with its one action. */
export function TodayScreen() {
  const { t } = useTranslation('today')
  const me = useMe()
  const { weekday } = useFormats()
  const { next, error, retry } = useNext()
  return (
    <>
      <PageHeader title={t('greeting', { name: me.person.name })} subtitle={weekday(me.today)} />
      {error !== null && <ErrorState error={error} retry={retry} />}
      {error === null && next === null && <LoadingState rows={3} height={72} />}
      {next !== null && next.length > 0 && <NextList next={next} />}
      {next?.length === 0 && (
        <EmptyState icon={<IconCircleCheck />} title={t('nothing.title')} text={t('nothing.text')} />
      )}
    </>
  )
}

import { useTranslation } from 'react-i18next'
import { useMe } from '../../people/web/useMe.ts'
import { useFormats } from '../../platform/web/language/useFormats.tsx'
import { PageHeader } from '../../platform/web/ui/PageHeader.tsx'

/** What needs me now: a short list in order of harm avoided, each with its one action. */
export function TodayScreen() {
  const { t } = useTranslation('today')
  const me = useMe()
  const { weekday } = useFormats()
  return <PageHeader title={t('greeting', { name: me.person.name })} subtitle={weekday(me.today)} />
}

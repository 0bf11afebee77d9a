import { Text, Tooltip } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useFormats } from '../../platform/web/language/useFormats.tsx'
import classes from './marks.module.css'

/** When somebody last confirmed the profile: the distance from today, the day behind it. */
export function Freshness({ confirmedOn, fresh }: { confirmedOn: string | null; fresh: boolean }) {
  const { t } = useTranslation('customers')
  const { day, fromToday } = useFormats()
  if (confirmedOn === null) return <span className={classes['stale']}>{t('neverConfirmed')}</span>
  return (
    <Tooltip label={t(fresh ? 'confirmedOn' : 'staleSince', { day: day(confirmedOn) })}>
      <Text component="span" size="sm" className={(fresh ? classes['fresh'] : classes['stale']) ?? ''}>
        {fromToday(confirmedOn)}
      </Text>
    </Tooltip>
  )
}

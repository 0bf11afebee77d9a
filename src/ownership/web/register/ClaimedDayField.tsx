import { useTranslation } from 'react-i18next'
import { DayField } from '../../../platform/web/choice/DayField.tsx'
import { useFormats } from '../../../platform/web/language/useFormats.tsx'
import { addDays } from '../../../values/calendar.ts'
import type { Day } from '../../../values/day.ts'
import { mostDaysOffline } from '../../claimed-day.ts'

type Props = { value: string | null; onChange: (day: string | null) => void }

/** Since when it is mine, where that was before today: counts once somebody above accepts it (rule 2.3). */
export function ClaimedDayField({ value, onChange }: Props) {
  const { t } = useTranslation('collisions')
  const { today } = useFormats()
  return (
    <DayField
      label={t('since.label')}
      description={t('since.text', { count: mostDaysOffline })}
      clearable
      min={addDays(today as Day, -mostDaysOffline)}
      max={today}
      value={value}
      onChange={onChange}
    />
  )
}

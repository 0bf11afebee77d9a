import '@mantine/dates/styles.layer.css'
import { DateInput, type DateInputProps } from '@mantine/dates'
import 'dayjs/locale/es'
import 'dayjs/locale/zh-cn'
import { useTranslation } from 'react-i18next'
import { readTypedDay } from '../../../values/typed-day.ts'
import { useFormats } from '../language/useFormats.tsx'

type Props = Pick<DateInputProps, 'label' | 'aria-label' | 'description' | 'error' | 'size' | 'w'> & {
  /** 'YYYY-MM-DD' or null. */
  value: string | null
  onChange: (day: string | null) => void
  required?: boolean
  clearable?: boolean
  min?: string
  max?: string
}

/** A calendar day: picked from a month, or typed as people here write days. */
export function DayField({ min, max, clearable = false, required = false, ...field }: Props) {
  const { t, i18n } = useTranslation('shell')
  const { day, locale, today, weekStart } = useFormats()
  return (
    <DateInput
      {...field}
      required={required}
      withAsterisk={false}
      clearable={clearable}
      clearButtonProps={{ 'aria-label': t('choice.clear') }}
      valueFormat={(value) => day(value)}
      dateParser={(text) => readTypedDay(text, locale, today)}
      locale={i18n.language === 'zh' ? 'zh-cn' : i18n.language}
      firstDayOfWeek={weekStart as 0 | 1 | 2 | 3 | 4 | 5 | 6}
      highlightToday
      {...(min === undefined ? {} : { minDate: min })}
      {...(max === undefined ? {} : { maxDate: max })}
    />
  )
}

import { Title } from '@mantine/core'
import { Fragment } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormats } from '../../platform/web/language/useFormats.tsx'
import { Lines } from '../../platform/web/ui/Lines.tsx'
import { dayNumber, parseDay } from '../../values/day.ts'
import type { Notice } from '../schema.ts'
import { NoticeLine } from './NoticeLine.tsx'
import classes from './notices.module.css'

/** Notices under the days on which they came, as the company counts days. */
export function NoticesByDay({ notices }: { notices: readonly Notice[] }) {
  const { t } = useTranslation('notices')
  const { today, day: written } = useFormats()
  const days = [...new Set(notices.map(({ day }) => day))]
  const nameOf = (day: string) => {
    const ago = numberOf(today) - numberOf(day)
    return ago === 0 ? t('today') : ago === 1 ? t('yesterday') : written(day)
  }
  return days.map((day) => (
    <Fragment key={day}>
      <Title order={2} className={classes['day']}>
        {nameOf(day)}
      </Title>
      <Lines label={nameOf(day)}>
        {notices
          .filter((notice) => notice.day === day)
          .map((notice) => (
            <NoticeLine key={notice.id} notice={notice} />
          ))}
      </Lines>
    </Fragment>
  ))
}

function numberOf(text: string): number {
  const day = parseDay(text)
  return day === null ? 0 : dayNumber(day)
}

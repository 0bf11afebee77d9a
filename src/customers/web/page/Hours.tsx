import { useTranslation } from 'react-i18next'
import { groupsOf, runsOf } from '../../weekly-pattern.ts'
import type { WeeklyHours } from './customer.ts'

/** Weekly hours in the fewest words: days that share the same hours stand together ("Mon–Fri 09:30–11:30"). */
export function Hours({ hours }: { hours: WeeklyHours }) {
  const { i18n } = useTranslation()
  return (
    <>
      {linesOf(hours, i18n.language).map((line) => (
        <span key={line} style={{ display: 'block' }}>
          {line}
        </span>
      ))}
    </>
  )
}

/** One line for each group of days with the same hours. */
export function linesOf(hours: WeeklyHours, language: string): string[] {
  const name = dayNames(language, 'short')
  return groupsOf(hours).map(({ days, spans }) => {
    const when = runsOf(days).map(([first, last]) =>
      first === last
        ? name(first)
        : last === first + 1
          ? `${name(first)}, ${name(last)}`
          : `${name(first)}–${name(last)}`,
    )
    return `${when.join(', ')} ${spans.map(({ from, to }) => `${from}–${to}`).join(', ')}`
  })
}

/** Names the days 1 (Monday) to 7 in a language. */
export function dayNames(language: string, length: 'short' | 'long' | 'narrow'): (day: number) => string {
  const format = new Intl.DateTimeFormat(language, { weekday: length, timeZone: 'UTC' })
  // 5 January 2026 is a Monday.
  return (day) => format.format(Date.UTC(2026, 0, 4 + day))
}

import { Anchor, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useFormats } from '../../../platform/web/language/useFormats.tsx'
import classes from './case.module.css'
import type { CaseEvent, Split } from './types.ts'

/** One thing that happened in a case: who, what, when, in their own words. `isOwn`: it stands under its author's name. */
export function EventItem({ event, isOwn = false }: { event: CaseEvent; isOwn?: boolean }) {
  const { t } = useTranslation('collisions')
  const { day, instant } = useFormats()
  const name = event.by?.name ?? t('program')
  const facts = {
    name,
    about: event.about?.name ?? '',
    chosen: event.chosen?.name ?? '',
    day: event.writtenOn === null ? '' : day(event.writtenOn),
    owner: event.owner?.name ?? t('pool'),
  }
  const key = event.act === 'evidence' ? `evidence.${event.evidence ?? 'statement'}` : `act.${event.act}`
  return (
    <li>
      <Text size="sm" fw={500}>
        {isOwn && event.evidence === 'statement' ? t('says') : t(key, facts)}
      </Text>
      <Text size="xs" c="dimmed">
        {instant(event.at)}
        {event.reason !== null && ` · ${t(`reason.${event.reason}`)}`}
      </Text>
      {event.words !== null && <p className={classes['words']}>{event.words}</p>}
      {event.file !== null && (
        <Anchor href={`/api/collisions/files/${event.id}`} download={event.file.name} size="sm">
          {event.file.name}
        </Anchor>
      )}
      {event.split !== null && <SplitWords split={event.split} />}
    </li>
  )
}

/** Whose the credit is, in words. */
function SplitWords({ split }: { split: Split }) {
  const { t } = useTranslation('collisions')
  const { day, list, percent } = useFormats()
  const shares = list(
    split.parts.map(({ person, percent: of }) => `${person.name} ${percent(Number(of) / 100)}`),
  )
  const from = day(split.from)
  return (
    <p className={classes['words']}>
      {split.until === null
        ? t('splitFrom', { shares, from })
        : t('splitBetween', { shares, from, until: day(split.until) })}
    </p>
  )
}

import { Text } from '@mantine/core'
import {
  type IconProps,
  IconAddressBook,
  IconArrowsExchange,
  IconArrowsJoin,
  IconFileText,
  IconMessageQuestion,
  IconPackage,
  IconPencil,
  IconStar,
  IconUpload,
} from '@tabler/icons-react'
import type { ComponentType } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormats } from '../../../platform/web/language/useFormats.tsx'
import type { components } from '../../../platform/web/request/contract.gen.d.ts'
import type { PanelProps } from './customer.ts'
import classes from './page.module.css'
import { useTimelineSentence } from './useTimelineSentence.ts'
import { useValueText } from './useValueText.ts'

type Entry = components['schemas']['TimelineEntry']

const icons: Record<Entry['kind'], ComponentType<IconProps>> = {
  profile: IconPencil,
  contact: IconAddressBook,
  product: IconPackage,
  tier: IconStar,
  request: IconMessageQuestion,
  ownership: IconArrowsExchange,
  import: IconUpload,
  merge: IconArrowsJoin,
  document: IconFileText,
}

/** What happened, as a sentence, when, and the old and new values below it. */
export function TimelineItem({ entry, customer }: PanelProps & { entry: Entry }) {
  const { t } = useTranslation('customer')
  const { ago, instant } = useFormats()
  const sentence = useTimelineSentence()(entry)
  const written = useValueText(customer)
  const Icon = icons[entry.kind]
  const reason = entry.facts['reason'] ?? entry.facts['note']
  return (
    <li>
      <span className={classes['dot']} data-kind={entry.kind} aria-hidden>
        <Icon size={14} stroke={1.8} />
      </span>
      <div>
        <Text size="sm">{sentence}</Text>
        {entry.changes.map((change) => {
          const [from, to] = [written(change.field, change.from), written(change.field, change.to)]
          if (from === '' && to === '') return null
          return (
            <Text key={change.field} size="sm" c="dimmed" className={classes['values'] ?? ''}>
              {t(`field.${change.field}`, { defaultValue: change.field })}: {from !== '' && <s>{from}</s>}
              {from !== '' && ' '}
              {to === '' ? t('timeline.emptied') : to}
            </Text>
          )
        })}
        {typeof reason === 'string' && reason !== '' && (
          <Text size="sm" c="dimmed">
            {t('timeline.reason', { reason })}
          </Text>
        )}
        <Text size="xs" c="dimmed" component="time" dateTime={entry.at} title={instant(entry.at)}>
          {ago(entry.at)}
        </Text>
      </div>
    </li>
  )
}

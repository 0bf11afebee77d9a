import { Text } from '@mantine/core'
import {
  type IconProps,
  IconAddressBook,
  IconArrowsExchange,
  IconArrowsJoin,
  IconFileText,
  IconCash,
  IconHeartHandshake,
  IconMoodSad,
  IconReceipt,
  IconRoute,
  IconStack2,
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
import { TextLink } from '../../../platform/web/ui/links.tsx'
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
  visit: IconRoute,
  promise: IconHeartHandshake,
  order: IconReceipt,
  money: IconCash,
  stock: IconStack2,
  complaint: IconMoodSad,
}

const others: readonly Entry['kind'][] = ['visit', 'promise', 'order', 'money', 'stock', 'complaint']

/** What happened, as a sentence, when, and the old and new values below it. */
export function TimelineItem({ entry, customer }: PanelProps & { entry: Entry }) {
  const { t } = useTranslation('customer')
  const { ago, day, fromToday, instant } = useFormats()
  const sentence = useTimelineSentence()(entry)
  const written = useValueText(customer)
  const Icon = icons[entry.kind]
  const { on, link } = entry.facts
  // What later features tell is somebody's words; what is told of the register is why it was done.
  const words = entry.facts['note']
  const isOther = others.includes(entry.kind)
  const reason = entry.facts['reason'] ?? (isOther ? null : words)
  return (
    <li>
      <span className={classes['dot']} data-kind={entry.kind} aria-hidden>
        <Icon size={14} stroke={1.8} />
      </span>
      <div>
        <Text size="sm">
          {typeof link === 'string' ? <TextLink to={link}>{sentence}</TextLink> : sentence}
        </Text>
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
        {isOther && typeof words === 'string' && words !== '' && (
          <Text size="sm" c="dimmed" style={{ whiteSpace: 'pre-line' }}>
            {words}
          </Text>
        )}
        {typeof reason === 'string' && reason !== '' && (
          <Text size="sm" c="dimmed">
            {t('timeline.reason', { reason })}
          </Text>
        )}
        {typeof on === 'string' ? (
          <Text size="xs" c="dimmed" component="time" dateTime={on} title={day(on)}>
            {fromToday(on)}
          </Text>
        ) : (
          <Text size="xs" c="dimmed" component="time" dateTime={entry.at} title={instant(entry.at)}>
            {ago(entry.at)}
          </Text>
        )}
      </div>
    </li>
  )
}

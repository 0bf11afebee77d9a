import { Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { PersonMark } from '../../people/web/PersonMark.tsx'
import { useFormats } from '../../platform/web/language/useFormats.tsx'
import type { CustomerCoverage } from './coverage-types.ts'
import classes from './CustomerCoverage.module.css'

/** One person who deals or dealt with the customer: since when, when last, and whether that still counts. */
export function KnowerItem({ knower }: { knower: CustomerCoverage['knowers'][number] }) {
  const { t } = useTranslation('coverage')
  const { day, fromToday, list } = useFormats()
  const { name, colour, firstDay, lastDay, kinds, counts } = knower
  const facts = {
    kinds: list(kinds.map((kind) => t(`touch.${kind}`))),
    since: day(firstDay),
    day: day(lastDay),
    ago: fromToday(lastDay),
  }
  return (
    <li className={classes['item']}>
      <PersonMark name={name} colour={colour} size={24} />
      <div className={classes['words']}>
        <Text size="sm" {...(counts ? {} : { c: 'dimmed' })}>
          {name}
        </Text>
        <Text size="xs" c="dimmed">
          {t(counts ? 'card.knows' : 'card.knew', facts)}
        </Text>
      </div>
    </li>
  )
}

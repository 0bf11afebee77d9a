import { Badge, Group } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { PersonMark } from '../../people/web/PersonMark.tsx'
import { useFormats } from '../../platform/web/language/useFormats.tsx'
import { Line } from '../../platform/web/ui/Lines.tsx'
import { TextLink } from '../../platform/web/ui/links.tsx'
import type { VisitInBrief } from './types.ts'
import { useVisitWords } from './useVisitWords.ts'
import { VerdictMark } from './VerdictMark.tsx'

type Props = {
  visit: VisitInBrief
  to: string
  /** In a customer's list the day and who say which visit it is; in a day's list the customer does. */
  by: 'customer' | 'day'
}
/** What is under way stands out; the word says it, too. */
const looks = { planned: 'light', 'under-way': 'filled', done: 'default', cancelled: 'default' } as const

/** A visit in a list, leading to its page. */
export function VisitLine({ visit, to, by }: Props) {
  const { t } = useTranslation('visits')
  const { day } = useFormats()
  const { hourOf, stateOf } = useVisitWords()
  const { customer, person, companions, purpose, tasksDone, state, verdict } = visit
  const on = visit.visitedOn ?? visit.plannedOn
  const done = tasksDone.map((kind) => t(`task.${kind}`))
  const others = companions.map(({ name }) => name)
  const detail =
    by === 'customer'
      ? [hourOf(visit), customer.city, purpose, ...others.map((name) => t('withPerson', { name })), ...done]
      : [person.name, hourOf(visit), ...others.map((name) => t('withPerson', { name })), purpose, ...done]
  return (
    <Line
      {...(by === 'day' ? { mark: <PersonMark name={person.name} colour={person.colour} /> } : {})}
      title={<TextLink to={to}>{by === 'customer' ? customer.name : on === null ? '' : day(on)}</TextLink>}
      detail={detail.filter(Boolean).join(' · ')}
      action={
        <Group gap={4} justify="flex-end">
          {verdict !== null && verdict !== 'verified' && <VerdictMark verdict={verdict} />}
          <Badge variant={looks[state]} tt="none">
            {stateOf(visit)}
          </Badge>
        </Group>
      }
    />
  )
}

import { Popover, Stack, Text, UnstyledButton } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { initialsOf } from '../../people/initials.ts'
import { useMay } from '../../people/web/useMe.ts'
import { useFormats } from '../../platform/web/language/useFormats.tsx'
import { lookOf } from '../../platform/web/theme/colours.ts'
import type { Day } from '../../values/day.ts'
import { type Stretch, barOf } from '../relay.ts'
import { EndCover, UndoBatch } from './BatchActs.tsx'
import classes from './Relay.module.css'
import type { Holding } from './types.ts'
import { useHoldingText } from './useHoldingText.ts'

type Props = { holding: Holding; role: string; stretch: Stretch; isLast: boolean }

/** One person's time on a lane: a press says since when, why and who decided it. */
export function RelayBar({ holding, role, stretch, isLast }: Props) {
  const { t } = useTranslation('relay')
  const text = useHoldingText()
  const may = useMay()
  const { today } = useFormats()
  const { person, from, until } = holding
  const { start, length } = barOf({ from: from as Day, until: until as Day | null }, stretch)
  const look = person === null ? null : lookOf(person.colour)
  const who = text.who(holding, role)
  return (
    <Popover position="bottom" shadow="md" withArrow width={300} trapFocus returnFocus>
      <Popover.Target>
        <UnstyledButton
          className={classes['bar']}
          data-pattern={look?.pattern ?? 'pool'}
          style={{
            left: `${start * 100}%`,
            width: `calc(${length * 100}% - 2px)`,
            ...(look === null ? {} : { backgroundColor: look.colour }),
          }}
          aria-label={`${who}, ${text.when(holding)}`}
          title={who}
        >
          <span className={classes['long']}>{who}</span>
          <span className={classes['short']}>{person === null ? '' : initialsOf(person.name)}</span>
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown>
        <Stack gap={4}>
          <Text fw={600}>{who}</Text>
          <Text size="sm">{text.when(holding)}</Text>
          <Text size="sm">{text.why(holding)}</Text>
          {holding.reason !== null && <Text size="sm">{t('reason', { reason: holding.reason })}</Text>}
          {role === 'cover' && may('customers.assign') && (until === null || until > today) && (
            <EndCover batchId={holding.batchId} />
          )}
          {isLast && may('customers.assign') && <UndoBatch batchId={holding.batchId} />}
        </Stack>
      </Popover.Dropdown>
    </Popover>
  )
}

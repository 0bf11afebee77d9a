import { Button, Group, Text, Title } from '@mantine/core'
import { IconRoute } from '@tabler/icons-react'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormats } from '../../platform/web/language/useFormats.tsx'
import { type DraftDay, metresOfDay, orderDay, putStop } from '../plan-draft.ts'
import type { To, WeekPlan } from './planning-types.ts'
import { StopCard } from './StopCard.tsx'
import { useDropTarget } from './useDropTarget.ts'
import { useDistance } from './useDistance.ts'
import type { WeekDraft } from './useWeekDraft.ts'
import classes from './week.module.css'

type Props = { day: DraftDay; plan: WeekPlan; week: WeekDraft; to: To }

/** A day of the week: its stops in their order, how many and how far, and a shorter order by one press. */
export function DayColumn({ day, plan, week, to }: Props) {
  const { t } = useTranslation('planning')
  const formats = useFormats()
  const distance = useDistance()
  const id = useId()
  const { draft, outlets, points, setDraft, open } = week
  const isOpen = plan.mayPlan && open.includes(day.day)
  const metres = metresOfDay(day, points, plan.base)
  const isOrderable = isOpen && day.stops.filter(({ made }) => !made).length > 2
  const shorter = isOrderable
    ? metresOfDay(
        orderDay(draft, day.day, points, plan.base).days.find((one) => one.day === day.day) ?? day,
        points,
        plan.base,
      )
    : metres
  const { place, isOver } = useDropTarget(isOpen, (customerId) => {
    const known = draft.days.flatMap(({ stops }) => stops).find((stop) => stop.customerId === customerId)
    if (!outlets.has(customerId) || known?.made === true) return
    setDraft((now) =>
      putStop(now, known ?? { customerId, visitId: null, made: false, reason: 'hand' }, day.day),
    )
  })
  return (
    <section
      ref={place}
      className={classes['day']}
      aria-labelledby={id}
      data-today={day.day === plan.today || undefined}
      data-over={isOver || undefined}
    >
      <Group justify="space-between" gap={4} mb={6} wrap="nowrap" align="start">
        <div>
          <Title order={2} size="h5" id={id}>
            {formats.weekday(day.day)}
          </Title>
          <Text size="xs" c="dimmed">
            {t('day.numbers', { count: day.stops.length, distance: distance(metres) })}
            {day.stops.length > plan.visitsADay && ` · ${t('day.over', { most: plan.visitsADay })}`}
          </Text>
        </div>
      </Group>
      <ol className={classes['stops']}>
        {day.stops.map((stop, index) => {
          const outlet = outlets.get(stop.customerId)
          return outlet === undefined ? null : (
            <StopCard
              key={stop.customerId}
              stop={stop}
              outlet={outlet}
              number={index + 1}
              day={day.day}
              week={week}
              mayPlan={plan.mayPlan}
              to={to}
            />
          )
        })}
      </ol>
      {day.stops.length === 0 && (
        <Text size="sm" c="dimmed">
          {t(isOpen ? 'day.empty' : 'day.none')}
        </Text>
      )}
      {shorter < metres - 500 && (
        <Button
          mt={6}
          size="compact-sm"
          variant="default"
          leftSection={<IconRoute size={14} aria-hidden />}
          onClick={() => setDraft((now) => orderDay(now, day.day, points, plan.base))}
        >
          {t('day.shorten', { distance: distance(metres - shorter) })}
        </Button>
      )}
    </section>
  )
}

import { ActionIcon, Button, Group, Stack, Text, Title } from '@mantine/core'
import { IconChevronLeft, IconChevronRight, IconRoute } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormats } from '../../platform/web/language/useFormats.tsx'
import { api } from '../../platform/web/request/client.ts'
import { EmptyState } from '../../platform/web/ui/EmptyState.tsx'
import { Lines } from '../../platform/web/ui/Lines.tsx'
import { Loaded } from '../../platform/web/ui/Loaded.tsx'
import { addDays } from '../../values/calendar.ts'
import type { Day } from '../../values/day.ts'
import { weekOf } from '../week.ts'
import type { VisitInBrief } from './types.ts'
import { VisitLine } from './VisitLine.tsx'

type Props = {
  /** Any day of the week. */
  day: string
  person: string | undefined
  to: (id: string) => string
  onDay: (day: string) => void
  plan: ReactNode
}

/** A person's visits of a week, day by day; today stands first among what is ahead. */
export function WeekOfVisits({ day, person, to, onDay, plan }: Props) {
  const { t } = useTranslation('visits')
  const formats = useFormats()
  const days = weekOf(day as Day, formats.weekStart)
  const [first = day, last = day] = [days[0], days.at(-1)]
  const query = api.useQuery('get', '/api/visits', {
    params: { query: { from: first, to: last, ...(person === undefined ? {} : { person }) } },
  })
  return (
    <Stack gap="md">
      <Group gap="xs">
        <ActionIcon
          variant="default"
          size="lg"
          aria-label={t('week.before')}
          onClick={() => onDay(addDays(first as Day, -7))}
        >
          <IconChevronLeft size={18} aria-hidden />
        </ActionIcon>
        <ActionIcon
          variant="default"
          size="lg"
          aria-label={t('week.after')}
          onClick={() => onDay(addDays(first as Day, 7))}
        >
          <IconChevronRight size={18} aria-hidden />
        </ActionIcon>
        <Text fw={600}>{t('week.of', { from: formats.day(first), to: formats.day(last) })}</Text>
        {!days.includes(formats.today as Day) && (
          <Button size="compact-sm" variant="subtle" onClick={() => onDay(formats.today)}>
            {t('week.now')}
          </Button>
        )}
      </Group>
      <Loaded query={query}>
        {({ visits }) =>
          visits.length === 0 ? (
            <EmptyState icon={<IconRoute />} title={t('none.week')} text={t('none.weekText')} action={plan} />
          ) : (
            <>
              {days.map((one) => (
                <DayOfVisits
                  key={one}
                  day={one}
                  visits={visits.filter((visit) => dayOf(visit) === one)}
                  to={to}
                />
              ))}
            </>
          )
        }
      </Loaded>
    </Stack>
  )
}

const dayOf = ({ visitedOn, plannedOn }: VisitInBrief) => visitedOn ?? plannedOn

function DayOfVisits({ day, visits, to }: { day: string; visits: readonly VisitInBrief[]; to: Props['to'] }) {
  const { t } = useTranslation('visits')
  const { weekday, today, fromToday } = useFormats()
  if (visits.length === 0 && day !== today) return null
  const title = day === today ? `${weekday(day)} · ${fromToday(day)}` : weekday(day)
  return (
    <section aria-label={title}>
      <Title order={2} size="h4" mb={4}>
        {title}
      </Title>
      {visits.length === 0 ? (
        <Text size="sm" c="dimmed">
          {t('none.today')}
        </Text>
      ) : (
        <Lines label={title}>
          {visits.map((visit) => (
            <VisitLine key={visit.id} visit={visit} to={to(visit.id)} by="customer" />
          ))}
        </Lines>
      )}
    </section>
  )
}

import { Button, Group, SegmentedControl, Select, Switch } from '@mantine/core'
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useMay } from '../../people/web/useMe.ts'
import { useFormats } from '../../platform/web/language/useFormats.tsx'
import { Forbidden } from '../../platform/web/ui/Forbidden.tsx'
import { ButtonLink } from '../../platform/web/ui/links.tsx'
import { PageHeader } from '../../platform/web/ui/PageHeader.tsx'
import { addDays } from '../../values/calendar.ts'
import type { Day } from '../../values/day.ts'
import { type PlanningSearch, planningSearch } from '../../visits/planning-search.ts'
import { DueList } from '../../visits/web/DueList.tsx'
import type { WeekPlan } from '../../visits/web/planning-types.ts'
import { TodayRoute } from '../../visits/web/TodayRoute.tsx'
import { WeekPlanning } from '../../visits/web/WeekPlanning.tsx'
import { customerPath, paths, visitPath } from '../paths.ts'

/** Where do I go today, this week, and whom have we not seen for long? */
export function PlanningScreen() {
  const may = useMay()
  return may('customers.read') ? <Planning /> : <Forbidden />
}

function Planning() {
  const { t } = useTranslation(['planning', 'customers'])
  const search = useSearch({ from: '/frame/planning' })
  const navigate = useNavigate()
  const go = (part: Record<string, unknown>) =>
    void navigate({ to: paths.planning, search: planningSearch({ ...search, ...part }), replace: true })
  return (
    <>
      <PageHeader
        title={t('title')}
        subtitle={t(`subtitle.${search.view ?? 'route'}`)}
        actions={
          <SegmentedControl
            aria-label={t('views.label')}
            value={search.view ?? 'route'}
            onChange={(view) => void navigate({ to: paths.planning, search: planningSearch({ view }) })}
            data={(['route', 'week', 'due'] as const).map((view) => ({
              value: view,
              label: t(`views.${view}`),
            }))}
          />
        }
      />
      {search.view === 'week' ? (
        <WeekPlanning person={search.person} on={search.on} to={customerPath}>
          {(plan) => <WeekOf plan={plan} onChange={go} />}
        </WeekPlanning>
      ) : search.view === 'due' ? (
        <>
          <NarrowDue search={search} onChange={go} />
          <DueList search={search} onPage={(page) => go({ page })} to={customerPath} />
        </>
      ) : (
        <TodayRoute
          to={visitPath}
          whenNone={
            <ButtonLink to={paths.planning} search={{ view: 'week' }} variant="default">
              {t('route.plan')}
            </ButtonLink>
          }
        />
      )}
    </>
  )
}

function WeekOf({ plan, onChange }: { plan: WeekPlan; onChange: (part: Record<string, unknown>) => void }) {
  const { t } = useTranslation('planning')
  const { day } = useFormats()
  const move = (days: number) => onChange({ on: addDays(plan.from as Day, days) })
  return (
    <Group align="end" mb="md">
      {plan.people.length > 1 && (
        <Select
          label={t('whose')}
          data={plan.people.map(({ id, name }) => ({ value: id, label: name }))}
          value={plan.person.id}
          onChange={(person) => onChange({ person })}
          searchable
          allowDeselect={false}
          w={{ base: '100%', sm: 240 }}
        />
      )}
      <Group gap={4} wrap="nowrap">
        <Button variant="default" px="xs" aria-label={t('week.before')} onClick={() => move(-7)}>
          <IconChevronLeft size={18} />
        </Button>
        <Button variant="default" onClick={() => onChange({ on: undefined })}>
          {t('week.from', { day: day(plan.from), to: day(plan.to) })}
        </Button>
        <Button variant="default" px="xs" aria-label={t('week.after')} onClick={() => move(7)}>
          <IconChevronRight size={18} />
        </Button>
      </Group>
    </Group>
  )
}

type NarrowProps = { search: PlanningSearch; onChange: (part: Record<string, unknown>) => void }

function NarrowDue({ search, onChange }: NarrowProps) {
  const { t } = useTranslation('planning')
  const { today } = useFormats()
  const may = useMay()
  const weekAhead = addDays(today as Day, 6)
  return (
    <Group align="center" mb="md">
      {may('people.below') && (
        <SegmentedControl
          aria-label={t('scope.label')}
          value={search.scope ?? 'mine'}
          onChange={(scope) => onChange({ scope, page: 1 })}
          data={(['mine', 'team', 'all'] as const).map((scope) => ({
            value: scope,
            label: t(`scope.${scope}`),
          }))}
        />
      )}
      <SegmentedControl
        aria-label={t('until.label')}
        value={search.until === undefined ? 'today' : 'week'}
        onChange={(until) => onChange({ until: until === 'week' ? weekAhead : undefined, page: 1 })}
        data={(['today', 'week'] as const).map((until) => ({ value: until, label: t(`until.${until}`) }))}
      />
      <Switch
        label={t('onlyOverdue')}
        checked={search.overdue === 'yes'}
        onChange={(event) => onChange({ overdue: event.currentTarget.checked ? 'yes' : undefined, page: 1 })}
      />
    </Group>
  )
}

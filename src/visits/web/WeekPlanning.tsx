import { Alert, Button, Group, Stack, Text } from '@mantine/core'
import { IconPrinter, IconWand } from '@tabler/icons-react'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useMe } from '../../people/web/useMe.ts'
import { RouteMap } from '../../platform/web/map/RouteMap.tsx'
import { api, request } from '../../platform/web/request/client.ts'
import { queryClient } from '../../platform/web/request/query-client.ts'
import { EmptyState } from '../../platform/web/ui/EmptyState.tsx'
import { Loaded } from '../../platform/web/ui/Loaded.tsx'
import { offerUndo, sayProblem } from '../../platform/web/ui/offerUndo.tsx'
import { lookOf } from '../../platform/web/theme/colours.ts'
import { asSaved } from '../plan-draft.ts'
import { DayColumn } from './DayColumn.tsx'
import { NotPlanned } from './NotPlanned.tsx'
import type { To, WeekPlan } from './planning-types.ts'
import { useLoadText } from './useLoadText.ts'
import { useWeekDraft } from './useWeekDraft.ts'
import classes from './week.module.css'

type Props = {
  person?: string | undefined
  on?: string | undefined
  to: To
  children: (plan: WeekPlan) => React.ReactNode
}

/** A person's week: proposed, edited by hand or keyboard, seen on the map, saved in one go. */
export function WeekPlanning({ person, on, to, children }: Props) {
  const query = api.useQuery('get', '/api/visits/plan', {
    params: { query: { ...(person === undefined ? {} : { person }), ...(on === undefined ? {} : { on }) } },
  })
  return (
    <Loaded query={query}>
      {(plan) => (
        <>
          {children(plan)}
          <Week
            key={`${plan.person.id} ${plan.from} ${plan.visits.map(({ id, version }) => `${id}${version}`).join()}`}
            plan={plan}
            to={to}
          />
        </>
      )}
    </Loaded>
  )
}

export async function refreshVisits(): Promise<void> {
  await queryClient.invalidateQueries({
    predicate: ({ queryKey }) => String(queryKey[1]).startsWith('/api/visits'),
  })
}

function Week({ plan, to }: { plan: WeekPlan; to: To }) {
  const { t } = useTranslation('planning')
  const me = useMe()
  const loadText = useLoadText()
  const week = useWeekDraft(plan)
  const { draft, outlets, isChanged, fill, reset } = week
  const save = api.useMutation('put', '/api/visits/plan', {
    onSuccess: async ({ planId, added, moved, removed }) => {
      await refreshVisits()
      offerUndo(t('saved', { added, moved, removed }), async () => {
        const { error } = await request.POST('/api/visits/plans/{id}/undo', {
          params: { path: { id: planId } },
        })
        if (error !== undefined) throw error
        await refreshVisits()
      })
    },
    onError: async (error) => {
      sayProblem(error)
      await refreshVisits()
    },
  })
  const ways = useMemo(
    () =>
      draft.days.map(({ stops }, index) => ({
        base: plan.base,
        colour: lookOf(index).colour,
        stops: stops.flatMap(({ customerId }, at) => {
          const point = week.points.get(customerId)
          return point === null || point === undefined ? [] : [{ point, number: at + 1 }]
        }),
      })),
    [draft, plan.base, week.points],
  )
  const nothing = plan.due.length === 0 && plan.visits.length === 0
  if (nothing) return <EmptyState title={t('week.none.title')} text={t('week.none.text')} />
  return (
    <Stack gap="md">
      <Text>{loadText(plan.load, me?.person?.id === plan.person.id)}</Text>
      <Group className={classes['noPrint'] ?? ''}>
        {plan.mayPlan && (
          <>
            <Button
              variant={isChanged ? 'default' : 'filled'}
              leftSection={<IconWand size={16} aria-hidden />}
              onClick={fill}
            >
              {t('week.propose')}
            </Button>
            <Button
              variant={isChanged ? 'filled' : 'default'}
              disabled={!isChanged}
              loading={save.isPending}
              onClick={() =>
                save.mutate({
                  body: asSaved(draft, { personId: plan.person.id, from: plan.from, seen: plan.visits }),
                })
              }
            >
              {t('week.save')}
            </Button>
            <Button variant="subtle" disabled={!isChanged} onClick={reset}>
              {t('week.reset')}
            </Button>
          </>
        )}
        <Button
          variant="default"
          leftSection={<IconPrinter size={16} aria-hidden />}
          onClick={() => globalThis.print()}
        >
          {t('print')}
        </Button>
      </Group>
      {isChanged && <Alert>{t('week.unsaved')}</Alert>}
      <div className={classes['columns']}>
        {draft.days.map((day) => (
          <DayColumn key={day.day} day={day} plan={plan} week={week} to={to} />
        ))}
      </div>
      {plan.mayPlan && (
        <Text size="xs" c="dimmed" className={classes['noPrint'] ?? ''}>
          {t('week.keys')}
        </Text>
      )}
      <div className={classes['beside']}>
        <div className={classes['map']}>
          <RouteMap label={t('map')} ways={ways} />
        </div>
        <div>
          <NotPlanned plan={plan} week={week} to={to} />
          {outlets.size > 0 && plan.due.length === 0 && <Text c="dimmed">{t('left.none')}</Text>}
        </div>
      </div>
    </Stack>
  )
}

import { Anchor, Button, Group, Stack, Text } from '@mantine/core'
import { IconCheck, IconMapPinShare, IconRoute } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { RouteMap } from '../../platform/web/map/RouteMap.tsx'
import { api } from '../../platform/web/request/client.ts'
import { EmptyState } from '../../platform/web/ui/EmptyState.tsx'
import { Loaded } from '../../platform/web/ui/Loaded.tsx'
import { routeMetres } from '../route.ts'
import type { To, WeekPlan } from './planning-types.ts'
import { useDistance } from './useDistance.ts'
import { pointOf } from './useWeekDraft.ts'
import classes from './week.module.css'

/** `to` leads to the visit. */
type Props = { to: To; whenNone: React.ReactNode }

/** Today's route: where to go next, in the order of the plan, with the way on the map. */
export function TodayRoute({ to, whenNone }: Props) {
  const query = api.useQuery('get', '/api/visits/plan', { params: { query: {} } })
  return <Loaded query={query}>{(plan) => <Route plan={plan} to={to} whenNone={whenNone} />}</Loaded>
}

function Route({ plan, to, whenNone }: Props & { plan: WeekPlan }) {
  const { t } = useTranslation('planning')
  const distance = useDistance()
  const stops = useMemo(() => plan.visits.filter(({ on }) => on === plan.today), [plan])
  const ways = useMemo(
    () => [
      {
        base: plan.base,
        colour: 'var(--mantine-primary-color-filled)',
        stops: stops.flatMap(({ customer }, index) => {
          const point = pointOf(customer)
          return point === null ? [] : [{ point, number: index + 1 }]
        }),
      },
    ],
    [plan.base, stops],
  )
  if (stops.length === 0)
    return (
      <EmptyState
        icon={<IconRoute stroke={1.6} />}
        title={t('route.none.title')}
        text={t('route.none.text')}
        action={whenNone}
      />
    )
  const metres = routeMetres(
    plan.base,
    stops.flatMap(({ customer }) => pointOf(customer) ?? []),
  )
  const made = stops.filter((stop) => stop.made).length
  const next = stops.findIndex((stop) => !stop.made)
  return (
    <Stack gap="sm">
      <Text aria-live="polite">
        {t('route.numbers', { count: stops.length, made, distance: distance(metres) })}
      </Text>
      <div className={classes['beside']}>
        <ol className={classes['stops']}>
          {stops.map(({ id, customer, made: isMade }, index) => (
            <li key={id} className={classes['stop']} aria-current={index === next ? 'step' : undefined}>
              <span className={classes['number']} data-made={isMade || undefined} aria-hidden>
                {isMade ? <IconCheck size={14} /> : index + 1}
              </span>
              <span className={classes['words']}>
                <Anchor component={Link} to={to(id)} fw={600}>
                  {customer.name}
                </Anchor>
                <Text size="sm" c="dimmed">
                  {[
                    customer.tier,
                    customer.city,
                    isMade ? t('stop.made') : index === next ? t('route.next') : null,
                    customer.latitude === null ? t('stop.unplaced') : null,
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </Text>
              </span>
              {customer.latitude !== null && customer.longitude !== null && !isMade && (
                <Button
                  component="a"
                  href={`geo:${customer.latitude},${customer.longitude}`}
                  variant={index === next ? 'filled' : 'default'}
                  size="sm"
                  mih={44}
                  aria-label={t('route.goLabel', { name: customer.name })}
                  leftSection={<IconMapPinShare size={16} aria-hidden />}
                >
                  {t('route.go')}
                </Button>
              )}
            </li>
          ))}
        </ol>
        <div className={classes['map']}>
          <RouteMap label={t('map')} ways={ways} />
        </div>
      </div>
      <Group>{whenNone}</Group>
    </Stack>
  )
}

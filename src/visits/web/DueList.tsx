import { Anchor, Badge, Button, Group, Pagination, Stack, Text } from '@mantine/core'
import { IconCircleCheck } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { PersonMark } from '../../people/web/PersonMark.tsx'
import { useMay } from '../../people/web/useMe.ts'
import { useFormats } from '../../platform/web/language/useFormats.tsx'
import { api, request } from '../../platform/web/request/client.ts'
import { EmptyState } from '../../platform/web/ui/EmptyState.tsx'
import { Loaded } from '../../platform/web/ui/Loaded.tsx'
import { offerUndo, sayProblem } from '../../platform/web/ui/offerUndo.tsx'
import type { DueCustomer, DuePage, To } from './planning-types.ts'
import { useLoadText } from './useLoadText.ts'
import { refreshVisits } from './WeekPlanning.tsx'
import classes from './week.module.css'

type Search = {
  scope?: 'team' | 'all' | undefined
  person?: string | undefined
  until?: string | undefined
  overdue?: 'yes' | undefined
  page?: number | undefined
}
type Props = { search: Search; onPage: (page: number) => void; to: To }
const size = 50

/** Who is due for a visit, the most harm avoided first, each with its one action. */
export function DueList({ search, onPage, to }: Props) {
  const { scope = 'mine', person, until, overdue = 'no', page = 1 } = search
  const query = api.useQuery('get', '/api/visits/due', {
    params: {
      query: {
        scope,
        overdue,
        page,
        size,
        ...(person === undefined ? {} : { person }),
        ...(until === undefined ? {} : { until }),
      },
    },
  })
  return (
    <Loaded query={query}>
      {(data) => <Page data={data} page={page} onPage={onPage} to={to} showsPeople={scope !== 'mine'} />}
    </Loaded>
  )
}

type PageProps = { data: DuePage; page: number; onPage: (page: number) => void; to: To; showsPeople: boolean }

function Page({ data, page, onPage, to, showsPeople }: PageProps) {
  const { t } = useTranslation('planning')
  const { number } = useFormats()
  const loadText = useLoadText()
  const { total, overdue, planned, customers, loads, today } = data
  const strained = loads.filter(({ stretched, missing }) => stretched.length > 0 || missing > 0)
  return (
    <Stack gap="sm">
      {strained.slice(0, 5).map((load) => (
        <Text key={load.person.id}>{loadText(load, !showsPeople)}</Text>
      ))}
      {total === 0 ? (
        <EmptyState icon={<IconCircleCheck />} title={t('due.none.title')} text={t('due.none.text')} />
      ) : (
        <>
          <Text size="sm" aria-live="polite">
            {t('due.counted', {
              count: total,
              shown: number(total),
              overdue: number(overdue),
              planned: number(planned),
            })}
          </Text>
          <ul className={classes['plain']}>
            {customers.map((customer) => (
              <Item key={customer.id} customer={customer} to={to} today={today} showsPeople={showsPeople} />
            ))}
          </ul>
          {total > size && (
            <Pagination
              total={Math.ceil(total / size)}
              value={page}
              onChange={onPage}
              aria-label={t('due.pages')}
              getControlProps={(control) => ({ 'aria-label': t(`customers:page.${control}`) })}
              getItemProps={(item) => ({ 'aria-label': number(item) })}
            />
          )}
        </>
      )}
    </Stack>
  )
}

type ItemProps = { customer: DueCustomer; to: To; today: string; showsPeople: boolean }

function Item({ customer, to, today, showsPeople }: ItemProps) {
  const { t } = useTranslation('planning')
  const { day, fromToday, list } = useFormats()
  const may = useMay()
  const { id, name, tier, city, lastVisit, late, visitOn, planned, others, person } = customer
  const plan = api.useMutation('post', '/api/visits', {
    onSuccess: async ({ id: visitId }) => {
      await refreshVisits()
      offerUndo(t('due.plannedFor', { name, day: day(visitOn) }), async () => {
        const { error } = await request.POST('/api/visits/{id}/cancel', {
          params: { path: { id: visitId } },
          body: { reason: t('due.takenBack') },
        })
        if (error !== undefined) throw error
        await refreshVisits()
      })
    },
    onError: sayProblem,
  })
  const button = visitOn === today ? t('due.planToday') : t('due.plan', { day: day(visitOn) })
  const known =
    others.length === 0
      ? t('due.nobodyElse')
      : t('due.knownBy', { names: list(others.map((one) => one.name)) })
  return (
    <li className={classes['item']}>
      <span className={classes['words']}>
        <Group gap={8}>
          <Anchor component={Link} to={to(id)} fw={600}>
            {name}
          </Anchor>
          {late > 0 && (
            <Badge color={tier === 'A' ? 'red' : 'gray'} variant="light">
              {t('due.late', { count: late })}
            </Badge>
          )}
        </Group>
        <Text size="sm" c="dimmed">
          {[
            tier === null ? t('noTier') : t('tierIs', { tier }),
            city,
            lastVisit === null ? t('due.never') : t('due.last', { ago: fromToday(lastVisit) }),
            visitOn > today ? t('due.opens', { day: day(visitOn) }) : null,
            known,
          ]
            .filter(Boolean)
            .join(' · ')}
        </Text>
        {showsPeople && (
          <Group gap={6} mt={2}>
            <PersonMark name={person.name} colour={person.colour} size={18} />
            <Text size="sm">{person.name}</Text>
          </Group>
        )}
      </span>
      {planned === null ? (
        may('visits.write') && (
          <Button
            variant="default"
            loading={plan.isPending}
            aria-label={t('due.planLabel', { name, button })}
            onClick={() =>
              plan.mutate({
                body: {
                  id: crypto.randomUUID(),
                  customerId: id,
                  personId: person.id,
                  plannedOn: visitOn,
                  reason: 'cadence',
                },
              })
            }
          >
            {button}
          </Button>
        )
      ) : (
        <Text size="sm">{t('due.planned', { day: day(planned.on), name: planned.person.name })}</Text>
      )}
    </li>
  )
}

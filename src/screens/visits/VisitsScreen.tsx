import { SegmentedControl, Stack } from '@mantine/core'
import { IconCalendarPlus, IconMoodSmile, IconRoute } from '@tabler/icons-react'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { FindPerson } from '../../people/web/FindPerson.tsx'
import { useMay, useMe } from '../../people/web/useMe.ts'
import { useFormats } from '../../platform/web/language/useFormats.tsx'
import { api } from '../../platform/web/request/client.ts'
import { EmptyState } from '../../platform/web/ui/EmptyState.tsx'
import { Forbidden } from '../../platform/web/ui/Forbidden.tsx'
import { Lines } from '../../platform/web/ui/Lines.tsx'
import { ButtonLink, TextLink } from '../../platform/web/ui/links.tsx'
import { Loaded } from '../../platform/web/ui/Loaded.tsx'
import { PageHeader } from '../../platform/web/ui/PageHeader.tsx'
import { visitSearch, visitViews } from '../../visits/search.ts'
import { PromiseLine } from '../../visits/web/PromiseLine.tsx'
import { WeekOfVisits } from '../../visits/web/WeekOfVisits.tsx'
import { customerPath, paths, visitPath } from '../paths.ts'

/** My visits day by day, past and ahead, and what I promised. */
export function VisitsScreen() {
  const may = useMay()
  return may('customers.read') ? <Visits /> : <Forbidden />
}

function Visits() {
  const { t } = useTranslation(['visits', 'planning'])
  const may = useMay()
  const me = useMe()
  const { today } = useFormats()
  const search = useSearch({ from: '/frame/visits' })
  const navigate = useNavigate()
  const go = (part: Record<string, unknown>) =>
    void navigate({ to: paths.visits, search: visitSearch({ ...search, ...part }), replace: true })
  const plan = may('visits.write') && (
    <ButtonLink to={paths.planVisit} leftSection={<IconCalendarPlus size={16} aria-hidden />}>
      {t('plan.open')}
    </ButtonLink>
  )
  return (
    <>
      <PageHeader
        title={t('title')}
        subtitle={t('subtitle')}
        actions={
          <>
            <ButtonLink
              to={paths.planning}
              variant="default"
              leftSection={<IconRoute size={16} aria-hidden />}
            >
              {t('planning:title')}
            </ButtonLink>
            {plan}
          </>
        }
      />
      <Stack gap="md" maw="56rem">
        <SegmentedControl
          aria-label={t('views.label')}
          value={search.view ?? 'week'}
          onChange={(view) => go({ view })}
          data={visitViews.map((value) => ({ value, label: t(`views.${value}`) }))}
          style={{ alignSelf: 'start' }}
        />
        {search.view === 'promises' ? (
          <MyPromises />
        ) : (
          <>
            {may('people.below') && (
              <FindPerson
                label={t('whose')}
                value={search.person ?? me.person?.id ?? null}
                known={me.person}
                onChange={(person) => go({ person })}
              />
            )}
            <WeekOfVisits
              day={search.day ?? today}
              person={search.person}
              to={visitPath}
              onDay={(day) => go({ day })}
              plan={plan}
            />
          </>
        )}
      </Stack>
    </>
  )
}

/** Promises that wait for me, the most pressing first. */
function MyPromises() {
  const { t } = useTranslation('visits')
  const query = api.useQuery('get', '/api/promises', { params: { query: {} } })
  return (
    <Loaded query={query}>
      {({ promises }) =>
        promises.length === 0 ? (
          <EmptyState
            icon={<IconMoodSmile />}
            title={t('promises.allKept')}
            text={t('promises.allKeptText')}
          />
        ) : (
          <Lines label={t('promises.title')}>
            {promises.map((promise) => (
              <PromiseLine
                key={promise.id}
                promise={promise}
                customer={<TextLink to={customerPath(promise.customer.id)}>{promise.customer.name}</TextLink>}
              />
            ))}
          </Lines>
        )
      }
    </Loaded>
  )
}

import { Button, Group, Text } from '@mantine/core'
import { IconCalendarPlus, IconDoorEnter } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, request } from '../../platform/web/request/client.ts'
import { ButtonLink } from '../../platform/web/ui/links.tsx'
import { Lines } from '../../platform/web/ui/Lines.tsx'
import { Loaded } from '../../platform/web/ui/Loaded.tsx'
import { say, sayProblem } from '../../platform/web/ui/offerUndo.tsx'
import { Panel } from '../../platform/web/ui/Panel.tsx'
import { useTakePosition } from './useTakePosition.ts'
import { useRefreshVisits } from './useVisit.ts'
import { VisitLine } from './VisitLine.tsx'

type Props = {
  customerId: string
  /** The address of a visit, and of planning one here. */
  to: (id: string) => string
  planTo: string
  onStarted: (id: string) => void
}
const shownAtFirst = 5

/** Visits at a customer, planned and made; a visit begins here too, planned or not. */
export function VisitsPanel({ customerId, to, planTo, onStarted }: Props) {
  const { t } = useTranslation('visits')
  const [showsAll, setShowsAll] = useState(false)
  const query = api.useQuery('get', '/api/customers/{id}/visits', {
    params: { path: { id: customerId } },
  })
  return (
    <Panel title={t('title')}>
      <Loaded query={query}>
        {({ visits, mayPlan }) => (
          <>
            {mayPlan && (
              <Group gap="xs" mb="sm">
                <StartNow customerId={customerId} onStarted={onStarted} />
                <ButtonLink
                  to={planTo}
                  search={{ customer: customerId }}
                  size="compact-sm"
                  variant="subtle"
                  leftSection={<IconCalendarPlus size={16} aria-hidden />}
                >
                  {t('plan.open')}
                </ButtonLink>
              </Group>
            )}
            {visits.length === 0 ? (
              <Text size="sm" c="dimmed">
                {t('none.here')}
              </Text>
            ) : (
              <Lines label={t('title')}>
                {visits.slice(0, showsAll ? undefined : shownAtFirst).map((visit) => (
                  <VisitLine key={visit.id} visit={visit} to={to(visit.id)} by="day" />
                ))}
              </Lines>
            )}
            {!showsAll && visits.length > shownAtFirst && (
              <Button size="compact-sm" variant="subtle" onClick={() => setShowsAll(true)}>
                {t('showMore', { count: visits.length - shownAtFirst })}
              </Button>
            )}
          </>
        )}
      </Loaded>
    </Panel>
  )
}

/** Checks in at once on a visit that nobody planned. */
function StartNow({ customerId, onStarted }: Pick<Props, 'customerId' | 'onStarted'>) {
  const { t } = useTranslation('visits')
  const refresh = useRefreshVisits()
  const { take, isAsking, goOn } = useTakePosition()
  const [id] = useState(() => crypto.randomUUID())
  async function start() {
    const deviceAt = new Date().toISOString()
    const { position, why } = await take()
    const body = { id, customerId, position, deviceAt }
    const { error } = await request.POST('/api/visits/unplanned', { body })
    if (error !== undefined) throw error
    if (why === 'denied') say(t('position.denied'))
    void refresh()
    onStarted(id)
  }
  return (
    <>
      <Button
        size="compact-sm"
        variant="light"
        loading={isAsking}
        leftSection={<IconDoorEnter size={16} aria-hidden />}
        onClick={() => void start().catch(sayProblem)}
      >
        {t('startNow')}
      </Button>
      {isAsking && (
        <Button size="compact-sm" variant="subtle" onClick={goOn}>
          {t('position.goOn')}
        </Button>
      )}
    </>
  )
}

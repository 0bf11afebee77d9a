import { Badge, Button, Group, Paper, Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { PersonMark } from '../../../people/web/PersonMark.tsx'
import { useFormats } from '../../../platform/web/language/useFormats.tsx'
import { request } from '../../../platform/web/request/client.ts'
import { FormProblem } from '../../../platform/web/ui/FormProblem.tsx'
import classes from './case.module.css'
import { EventItem } from './EventItem.tsx'
import type { Case, Claim } from './types.ts'
import { useCaseAct } from './useCaseAct.ts'

const nothing = () => undefined

/** One side of a case: since when and how completely it is registered, what the records tell, what they said. */
export function Side({ one, claim }: { one: Case; claim: Claim }) {
  const { t } = useTranslation('collisions')
  const { person } = claim
  const said = one.events.filter(({ act, by }) => act === 'evidence' && by?.id === person.id)
  const names = t('side', { name: person.name })
  return (
    <Paper component="section" p="md" aria-label={names} className={classes['side']}>
      <Group gap="xs" mb="sm">
        <PersonMark name={person.name} colour={person.colour} />
        <Title order={2} size="h3">
          {person.name}
        </Title>
        {one.owner?.id === person.id && <Badge variant="light">{t('holds')}</Badge>}
        {claim.withdrawn && <Badge variant="default">{t('withdrew')}</Badge>}
      </Group>
      <ClaimFacts claim={claim} />
      <DeviceDay one={one} claim={claim} />
      {said.length === 0 ? (
        <Text c="dimmed" size="sm" mt="md">
          {t('saidNothing')}
        </Text>
      ) : (
        <ul className={classes['said']} aria-label={t('saidBy', { name: person.name })}>
          {said.map((event) => (
            <EventItem key={event.id} event={event} isOwn />
          ))}
        </ul>
      )}
    </Paper>
  )
}

function ClaimFacts({ claim }: { claim: Claim }) {
  const { t } = useTranslation('collisions')
  const { day, percent } = useFormats()
  const deal = (which: Claim['firstDeal']) =>
    which === null ? t('unknown') : t(`deal.${which.kind}`, { day: day(which.day) })
  return (
    <dl className={classes['facts']}>
      <dt>{t('registered')}</dt>
      <dd>
        {day(claim.countsFrom)}
        {claim.entryId === null && ` (${t('noEntry')})`}
      </dd>
      <dt>{t('completeness')}</dt>
      <dd>
        {percent(claim.completeness / 100)} · {t(claim.complete ? 'complete' : 'incomplete')}
      </dd>
      <dt>{t('firstDeal')}</dt>
      <dd>{deal(claim.firstDeal)}</dd>
      <dt>{t('lastDeal')}</dt>
      <dd>{deal(claim.lastDeal)}</dd>
      {claim.firstDeal !== null && (
        <>
          <dt>{t('orders')}</dt>
          <dd>{t('orderDays', { count: claim.orders })}</dd>
        </>
      )}
    </dl>
  )
}

/** The device was offline and says an earlier day: somebody above accepts it, or it doesn't count. */
function DeviceDay({ one, claim }: { one: Case; claim: Claim }) {
  const { t } = useTranslation('collisions')
  const { day } = useFormats()
  const { act, busy, problem } = useCaseAct(nothing)
  if (claim.claimedOn === null) return null
  const params = { path: { id: one.id } }
  const facts = { day: day(claim.claimedOn), received: day(claim.receivedOn) }
  return (
    <div className={classes['device']}>
      <Text size="sm">{t(claim.acceptedOn === null ? 'deviceDay' : 'deviceDayAccepted', facts)}</Text>
      {claim.acceptedOn === null && one.may.includes('accept-day') && (
        <Button
          size="xs"
          variant="default"
          mt={6}
          loading={busy}
          onClick={() =>
            void act(() =>
              request.POST('/api/collisions/{id}/accept-day', { params, body: { claimId: claim.id } }),
            )
          }
        >
          {t('acceptDay', facts)}
        </Button>
      )}
      <FormProblem error={problem} />
    </div>
  )
}

import { Alert } from '@mantine/core'
import { useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { CaseActions } from '../../ownership/web/collisions/CaseActions.tsx'
import { StageBadge } from '../../ownership/web/collisions/CaseLine.tsx'
import { EventItem } from '../../ownership/web/collisions/EventItem.tsx'
import { Proposal } from '../../ownership/web/collisions/Proposal.tsx'
import { Side } from '../../ownership/web/collisions/Side.tsx'
import classes from '../../ownership/web/collisions/case.module.css'
import type { Case } from '../../ownership/web/collisions/types.ts'
import { useNextWords } from '../../ownership/web/collisions/useNextWords.ts'
import { Panel } from '../../platform/web/ui/Panel.tsx'
import { useMay } from '../../people/web/useMe.ts'
import { useFormats } from '../../platform/web/language/useFormats.tsx'
import { api } from '../../platform/web/request/client.ts'
import { Forbidden } from '../../platform/web/ui/Forbidden.tsx'
import { Loaded } from '../../platform/web/ui/Loaded.tsx'
import { PageHeader } from '../../platform/web/ui/PageHeader.tsx'
import { ButtonLink } from '../../platform/web/ui/links.tsx'
import { customerPath, paths } from '../paths.ts'

/** A customer that several people claim: both sides beside each other, what the rule proposes, what is to be done. */
export function CollisionScreen() {
  const may = useMay()
  return may('customers.read') ? <ReadCase /> : <Forbidden />
}

function ReadCase() {
  const { collisionId } = useParams({ from: '/frame/collisions/$collisionId' })
  const query = api.useQuery('get', '/api/collisions/{id}', { params: { path: { id: collisionId } } })
  return <Loaded query={query}>{(one) => <CasePage one={one} />}</Loaded>
}

function CasePage({ one }: { one: Case }) {
  const { t } = useTranslation('collisions')
  const { instant } = useFormats()
  const words = useNextWords()
  const { customer, claims, events } = one
  const rest = events.filter(
    ({ act, by }) => act !== 'evidence' || !claims.some(({ person }) => person.id === by?.id),
  )
  return (
    <>
      <PageHeader
        title={t('caseOf', { name: customer.name })}
        crumbs={[{ label: t('title'), to: paths.collisions }]}
        mark={<StageBadge stage={one.stage} />}
        subtitle={[customer.city, t('openedAt', { at: instant(one.openedAt) })].filter(Boolean).join(' · ')}
        actions={
          customer.mayOpen && (
            <ButtonLink to={customerPath(customer.id)} variant="default">
              {t('toCustomer')}
            </ButtonLink>
          )
        }
      />
      <Alert
        className={classes['next']}
        variant={one.next?.mine === true ? 'light' : 'default'}
        title={one.next?.mine === true ? t('yourTurn') : t('whatNext')}
      >
        {words(one)}
      </Alert>
      <Proposal one={one} />
      <CaseActions one={one} />
      <div className={classes['sides']}>
        {claims.map((claim) => (
          <Side key={claim.id} one={one} claim={claim} />
        ))}
      </div>
      <div className={classes['below']}>
        <Panel title={t('course')}>
          <ul className={classes['said']} aria-label={t('course')}>
            {rest.map((event) => (
              <EventItem key={event.id} event={event} />
            ))}
          </ul>
        </Panel>
      </div>
    </>
  )
}

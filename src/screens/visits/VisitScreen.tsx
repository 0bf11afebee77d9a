import { useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { TierBadge } from '../../customers/web/Tier.tsx'
import { sendFile } from '../../documents/web/send-file.ts'
import { useMay } from '../../people/web/useMe.ts'
import { Forbidden } from '../../platform/web/ui/Forbidden.tsx'
import { Loaded } from '../../platform/web/ui/Loaded.tsx'
import { ButtonLink } from '../../platform/web/ui/links.tsx'
import { PageHeader } from '../../platform/web/ui/PageHeader.tsx'
import { Notes } from '../../visits/web/page/Notes.tsx'
import classes from '../../visits/web/page/page.module.css'
import { Photos } from '../../visits/web/page/Photos.tsx'
import { ProposePlace } from '../../visits/web/page/ProposePlace.tsx'
import { Tasks } from '../../visits/web/page/Tasks.tsx'
import { Thumb } from '../../visits/web/page/Thumb.tsx'
import { Together } from '../../visits/web/page/Together.tsx'
import { VisitActions } from '../../visits/web/page/VisitActions.tsx'
import { Where } from '../../visits/web/page/Where.tsx'
import { PromisesPanel } from '../../visits/web/PromisesPanel.tsx'
import type { Visit } from '../../visits/web/types.ts'
import { type SaveVisit, useVisit } from '../../visits/web/useVisit.ts'
import { customerPath, paths } from '../paths.ts'

/** One visit, made with one hand: arrive, do, note, promise, leave. Every step is saved as it is made. */
export function VisitScreen() {
  const may = useMay()
  const { visitId } = useParams({ from: '/frame/visits/$visitId' })
  return may('customers.read') ? <ReadVisit key={visitId} id={visitId} /> : <Forbidden />
}

function ReadVisit({ id }: { id: string }) {
  const { query, save } = useVisit(id)
  return <Loaded query={query}>{(visit) => <VisitPage visit={visit} save={save} />}</Loaded>
}

function VisitPage({ visit, save }: { visit: Visit; save: SaveVisit }) {
  const { t } = useTranslation('visits')
  const { customer } = visit
  return (
    <>
      <PageHeader
        title={customer.name}
        crumbs={[{ label: t('title'), to: paths.visits }]}
        mark={<TierBadge tier={customer.tier} />}
        actions={
          <>
            <ButtonLink to={customerPath(customer.id)} variant="default">
              {t('page.customer')}
            </ButtonLink>
            <VisitActions visit={visit} save={save} />
          </>
        }
      />
      <div className={classes['page']}>
        <div className={classes['columns']}>
          <div className={classes['column']}>
            <Where visit={visit} />
            <ProposePlace visit={visit} />
            <Tasks visit={visit} save={save} />
            <Notes visit={visit} save={save} />
          </div>
          <div className={classes['column']}>
            <Photos visit={visit} save={save} keep={sendFile} />
            <PromisesPanel customerId={customer.id} visitId={visit.id} />
            <Together visit={visit} save={save} />
          </div>
        </div>
        <Thumb visit={visit} save={save} />
      </div>
    </>
  )
}

import { Navigate, useNavigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { OpenPair } from '../../ownership/web/collisions/OpenPair.tsx'
import { useMay } from '../../people/web/useMe.ts'
import { api } from '../../platform/web/request/client.ts'
import { Forbidden } from '../../platform/web/ui/Forbidden.tsx'
import { Loaded } from '../../platform/web/ui/Loaded.tsx'
import { PageHeader } from '../../platform/web/ui/PageHeader.tsx'
import { MergeReview } from '../../stewardship/web/MergeReview.tsx'
import { collisionPath, customerPath, paths } from '../paths.ts'

/** Two customers side by side: are they one? (rule 1.7) */
export function MergeScreen() {
  const { t } = useTranslation('stewardship')
  const may = useMay()
  const { firstId, secondId } = useParams({ strict: false })
  const crumbs = [{ label: t('queue.title'), to: paths.steward }]
  return (
    <>
      <PageHeader title={t('merge.title')} subtitle={t('merge.subtitle')} crumbs={crumbs} />
      {may('customers.merge') ? <Review ids={[firstId ?? '', secondId ?? '']} /> : <Forbidden />}
    </>
  )
}

/** Whether different people hold them: then it may have to be ruled whose the outlet is (rule 2.3). */
function twoOwners(owners: readonly ({ id: string } | null)[]): boolean {
  const [one, other] = owners
  return Boolean(one) && Boolean(other) && one?.id !== other?.id
}

function Review({ ids }: { ids: string[] }) {
  const navigate = useNavigate()
  const [keptId, setKeptId] = useState<string | undefined>(undefined)
  const body = { ids, ...(keptId === undefined ? {} : { keptId }) }
  const preview = api.useQuery('post', '/api/customers/merge/preview', { body }, { staleTime: 0, gcTime: 0 })
  const kept = useKept(ids, preview.isError)
  const pairs = api.useQuery('get', '/api/duplicates', { params: { query: { customer: ids[0] ?? '' } } })
  const pair = pairs.data?.rows.find((one) => ids.includes(one.first.id) && ids.includes(one.second.id))
  if (kept !== null) return <Navigate to={customerPath(kept)} replace />
  return (
    <Loaded query={preview}>
      {(data) => (
        <>
          <MergeReview
            key={data.keptId}
            preview={data}
            keep={setKeptId}
            pairId={pair?.id ?? null}
            next={paths.steward}
          />
          {twoOwners(data.owners) && (
            <OpenPair
              ids={[ids[0] ?? '', ids[1] ?? '']}
              onCase={(id) => void navigate({ to: collisionPath(id) })}
            />
          )}
        </>
      )}
    </Loaded>
  )
}

/** The customer into which one of these was merged already; asked only when they can't be compared. */
function useKept(ids: string[], asked: boolean): string | null {
  const [first = '', second = ''] = ids
  const one = api.useQuery(
    'get',
    '/api/customers/{id}',
    { params: { path: { id: first } } },
    { enabled: asked },
  )
  const other = api.useQuery(
    'get',
    '/api/customers/{id}',
    { params: { path: { id: second } } },
    { enabled: asked },
  )
  return asked ? (one.data?.mergedInto ?? other.data?.mergedInto ?? null) : null
}

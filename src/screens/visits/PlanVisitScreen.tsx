import { useNavigate, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useMay } from '../../people/web/useMe.ts'
import { api } from '../../platform/web/request/client.ts'
import { Forbidden } from '../../platform/web/ui/Forbidden.tsx'
import { Loaded } from '../../platform/web/ui/Loaded.tsx'
import { PageHeader } from '../../platform/web/ui/PageHeader.tsx'
import { PlanForm } from '../../visits/web/PlanForm.tsx'
import { paths, visitPath } from '../paths.ts'

/** Plans a visit, at a customer that was chosen before or is chosen here. */
export function PlanVisitScreen() {
  const { t } = useTranslation('visits')
  const may = useMay()
  const { customer, day } = useSearch({ from: '/frame/visits/new' })
  if (!may('visits.write')) return <Forbidden />
  return (
    <>
      <PageHeader title={t('plan.title')} crumbs={[{ label: t('title'), to: paths.visits }]} />
      {customer === undefined ? <Plan customer={null} day={day} /> : <PlanAt id={customer} day={day} />}
    </>
  )
}

function PlanAt({ id, day }: { id: string; day: string | undefined }) {
  const query = api.useQuery('get', '/api/customers/{id}', { params: { path: { id } } })
  return <Loaded query={query}>{(customer) => <Plan customer={customer} day={day} />}</Loaded>
}

function Plan({ customer, day }: { customer: { id: string; name: string } | null; day: string | undefined }) {
  const navigate = useNavigate()
  return <PlanForm customer={customer} day={day} onPlanned={(id) => void navigate({ to: visitPath(id) })} />
}

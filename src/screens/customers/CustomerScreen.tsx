import { Alert } from '@mantine/core'
import { useParams, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Editor, editorAsked } from '../../customers/completeness-editor.ts'
import type { Customer } from '../../customers/web/page/customer.ts'
import { ReachBar } from '../../customers/web/page/ReachBar.tsx'
import { useChannelName } from '../../customers/web/useChannelName.ts'
import { TierBadge } from '../../customers/web/Tier.tsx'
import { CollisionMark } from '../../ownership/web/collisions/CollisionMark.tsx'
import { RegistrationDayMark } from '../../ownership/web/RegistrationDayMark.tsx'
import { useMay } from '../../people/web/useMe.ts'
import { useFormats } from '../../platform/web/language/useFormats.tsx'
import { api } from '../../platform/web/request/client.ts'
import { Forbidden } from '../../platform/web/ui/Forbidden.tsx'
import { Loaded } from '../../platform/web/ui/Loaded.tsx'
import { PageHeader } from '../../platform/web/ui/PageHeader.tsx'
import { collisionPath, paths } from '../paths.ts'
import { MergesHere } from '../../stewardship/web/MergesHere.tsx'
import { CustomerActions } from './CustomerActions.tsx'
import { CustomerGlances } from './CustomerGlances.tsx'
import classes from './CustomerPage.module.css'
import { CustomerShape } from './CustomerShape.tsx'
import { EditorOf } from './EditorOf.tsx'
import { MainParts } from './MainParts.tsx'
import { MergedInto } from './MergedInto.tsx'
import { SideParts } from './SideParts.tsx'

/** The whole story of a customer at a glance. */
export function CustomerScreen() {
  const may = useMay()
  return may('customers.read') ? <ReadCustomer /> : <Forbidden />
}

function ReadCustomer() {
  const { customerId } = useParams({ from: '/frame/customers/$customerId' })
  const query = api.useQuery('get', '/api/customers/{id}', { params: { path: { id: customerId } } })
  return (
    <Loaded query={query} loading={<CustomerShape />}>
      {(customer) => <CustomerPage key={customer.id} customer={customer} />}
    </Loaded>
  )
}

function CustomerPage({ customer }: { customer: Customer }) {
  const { t } = useTranslation('customer')
  const { edit } = useSearch({ from: '/frame/customers/$customerId' })
  const may = useMay()
  const [editor, setEditor] = useState<Editor | null>(customer.may.change ? editorAsked(edit) : null)
  return (
    <>
      <PageHeader
        title={customer.name}
        crumbs={[{ label: t('crumb'), to: paths.customers }]}
        mark={<TierBadge tier={customer.tier} />}
        subtitle={<What customer={customer} />}
        actions={<CustomerActions customer={customer} onEdit={setEditor} />}
      />
      <CollisionMark customerId={customer.id} to={collisionPath} />
      <RegistrationDayMark customerId={customer.id} />
      <ReachBar customer={customer} />
      <CustomerGlances customer={customer} />
      {customer.status === 'closed' && <Alert color="gray" title={t('closed')} mb="md" />}
      {customer.status === 'erased' && <Alert color="gray" title={t('erased')} mb="md" />}
      {customer.mergedInto !== null && <MergedInto id={customer.mergedInto} />}
      {may('customers.merge') && <MergesHere customerId={customer.id} />}
      <div className={classes['columns']}>
        <MainParts customer={customer} />
        <SideParts customer={customer} onEdit={setEditor} />
      </div>
      {editor !== null && <EditorOf editor={editor} customer={customer} onClose={() => setEditor(null)} />}
    </>
  )
}

/** Which outlet it is, and how fresh what is known of it. */
function What({ customer }: { customer: Customer }) {
  const { t } = useTranslation('customer')
  const { fromToday } = useFormats()
  const channelName = useChannelName()
  const { channel } = customer
  const confirmed =
    customer.confirmedOn === null
      ? t('notConfirmed')
      : t(customer.fresh ? 'confirmed' : 'stale', { ago: fromToday(customer.confirmedOn) })
  return [channel === null ? null : channelName(channel), customer.city, customer.code, confirmed]
    .filter(Boolean)
    .join(' · ')
}

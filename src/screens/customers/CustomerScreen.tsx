import { Alert } from '@mantine/core'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Editor, editorAsked } from '../../customers/completeness-editor.ts'
import { CompletenessPanel } from '../../customers/web/page/CompletenessPanel.tsx'
import { ContactsPanel } from '../../customers/web/page/ContactsPanel.tsx'
import type { Customer } from '../../customers/web/page/customer.ts'
import { Panel } from '../../platform/web/ui/Panel.tsx'
import { FamilyPanel } from '../../customers/web/page/FamilyPanel.tsx'
import { PersonalPanel } from '../../customers/web/page/PersonalPanel.tsx'
import { PlacePanel } from '../../customers/web/page/PlacePanel.tsx'
import { ProductsPanel } from '../../customers/web/page/ProductsPanel.tsx'
import { ProfilePanel } from '../../customers/web/page/ProfilePanel.tsx'
import { ReachBar } from '../../customers/web/page/ReachBar.tsx'
import { RequestsPanel } from '../../customers/web/page/RequestsPanel.tsx'
import { ResponsiblePanel } from '../../customers/web/page/ResponsiblePanel.tsx'
import { TimelinePanel } from '../../customers/web/page/TimelinePanel.tsx'
import classes from '../../customers/web/page/page.module.css'
import { TierBadge } from '../../customers/web/Tier.tsx'
import { CustomerCoverage } from '../../ownership/web/CustomerCoverage.tsx'
import { DocumentsPanel } from '../../documents/web/DocumentsPanel.tsx'
import { RelayPanel } from '../../ownership/web/RelayPanel.tsx'
import { CollisionMark } from '../../ownership/web/collisions/CollisionMark.tsx'
import { RegistrationDayMark } from '../../ownership/web/RegistrationDayMark.tsx'
import { useMay } from '../../people/web/useMe.ts'
import { useFormats } from '../../platform/web/language/useFormats.tsx'
import { api } from '../../platform/web/request/client.ts'
import { Forbidden } from '../../platform/web/ui/Forbidden.tsx'
import { Loaded } from '../../platform/web/ui/Loaded.tsx'
import { PageHeader } from '../../platform/web/ui/PageHeader.tsx'
import { collisionPath, customerPath, paths } from '../paths.ts'
import { ProtectionPart } from '../../pool/web/ProtectionPart.tsx'
import { MergesHere } from '../../stewardship/web/MergesHere.tsx'
import { CustomerActions } from './CustomerActions.tsx'
import { CustomerShape } from './CustomerShape.tsx'
import { EditorOf } from './EditorOf.tsx'
import { MergedInto } from './MergedInto.tsx'

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
  const { t } = useTranslation(['customer', 'documents', 'coverage', 'pool'])
  const { edit } = useSearch({ from: '/frame/customers/$customerId' })
  const navigate = useNavigate()
  const may = useMay()
  const [editor, setEditor] = useState<Editor | null>(customer.may.change ? editorAsked(edit) : null)
  return (
    <>
      <PageHeader
        title={customer.name}
        crumbs={[{ label: t('crumb'), to: paths.customers }]}
        mark={<TierBadge tier={customer.tier} />}
        subtitle={<Served customer={customer} />}
        actions={<CustomerActions customer={customer} onEdit={setEditor} />}
      />
      <CollisionMark customerId={customer.id} to={collisionPath} />
      <RegistrationDayMark customerId={customer.id} />
      <ReachBar customer={customer} />
      {customer.status === 'closed' && <Alert color="gray" title={t('closed')} mb="md" />}
      {customer.status === 'erased' && <Alert color="gray" title={t('erased')} mb="md" />}
      {customer.mergedInto !== null && <MergedInto id={customer.mergedInto} />}
      {may('customers.merge') && <MergesHere customerId={customer.id} />}
      <div className={classes['columns']}>
        <div className={classes['column']}>
          <RequestsPanel customer={customer} />
          <RelayPanel
            customerId={customer.id}
            isAlive={customer.status === 'active' || customer.status === 'closed'}
            order={5}
          />
          <ProfilePanel customer={customer} />
          <ProductsPanel customer={customer} />
          <Panel title={t('documents:title')} order={8}>
            <DocumentsPanel customerId={customer.id} />
          </Panel>
          <TimelinePanel customer={customer} />
        </div>
        <div className={classes['column']}>
          <ContactsPanel customer={customer} />
          <ResponsiblePanel customer={customer} />
          {customer.status === 'active' && (
            <Panel title={t('coverage:card.title')} order={4}>
              <CustomerCoverage customerId={customer.id} name={customer.name} />
            </Panel>
          )}
          {customer.status === 'active' && (
            <Panel title={t('pool:protection.title')} order={5}>
              <ProtectionPart
                customer={customer}
                owner={customer.holders.find(({ role }) => role === 'owner')?.person ?? null}
                onGivenBack={() => void navigate({ to: paths.customers })}
              />
            </Panel>
          )}
          <CompletenessPanel customer={customer} onEdit={setEditor} />
          <PlacePanel customer={customer} onEdit={setEditor} />
          <FamilyPanel customer={customer} to={customerPath} listOf={paths.customers} />
          {customer.may.personalGroup && <PersonalPanel customer={customer} />}
        </div>
      </div>
      {editor !== null && <EditorOf editor={editor} customer={customer} onClose={() => setEditor(null)} />}
    </>
  )
}

/** Who serves since when, in one line. */
function Served({ customer }: { customer: Customer }) {
  const { t } = useTranslation('customer')
  const { day, fromToday } = useFormats()
  const owner = customer.holders.find((holder) => holder.role === 'owner')
  const served =
    owner === undefined || owner.person === null
      ? t('inPool')
      : t('servedBy', { name: owner.person.name, day: day(owner.since) })
  const confirmed =
    customer.confirmedOn === null
      ? t('notConfirmed')
      : t(customer.fresh ? 'confirmed' : 'stale', { ago: fromToday(customer.confirmedOn) })
  return [served, customer.city, customer.code, confirmed].filter(Boolean).join(' · ')
}

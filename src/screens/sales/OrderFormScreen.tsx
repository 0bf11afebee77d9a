import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useMay } from '../../people/web/useMe.ts'
import { api } from '../../platform/web/request/client.ts'
import { Forbidden } from '../../platform/web/ui/Forbidden.tsx'
import { Loaded } from '../../platform/web/ui/Loaded.tsx'
import { PageHeader } from '../../platform/web/ui/PageHeader.tsx'
import { CustomerField } from '../../sales/web/orders/CustomerField.tsx'
import { OrderForm } from '../../sales/web/orders/OrderForm.tsx'
import { customerPath, orderPath, paths } from '../paths.ts'

/** Taking an order: of whom, then what. */
export function NewOrderScreen() {
  const may = useMay()
  const { customer } = useSearch({ from: '/frame/sales/new' })
  if (!may('orders.write')) return <Forbidden />
  return customer === undefined ? <OfWhom /> : <NewOrder customerId={customer} />
}

function OfWhom() {
  const { t } = useTranslation('sales')
  const navigate = useNavigate()
  return (
    <>
      <PageHeader
        title={t('new')}
        crumbs={[{ label: t('title'), to: paths.sales }]}
        subtitle={t('newText')}
      />
      <CustomerField
        onChange={(customer) => void navigate({ to: paths.newOrder, search: { customer }, replace: true })}
      />
    </>
  )
}

function NewOrder({ customerId }: { customerId: string }) {
  const { t } = useTranslation('sales')
  const navigate = useNavigate()
  const { visit } = useSearch({ from: '/frame/sales/new' })
  const query = api.useQuery('get', '/api/customers/{id}', { params: { path: { id: customerId } } })
  return (
    <Loaded query={query}>
      {(customer) => (
        <>
          <PageHeader
            title={t('newOf', { name: customer.name })}
            crumbs={[
              { label: t('title'), to: paths.sales },
              { label: customer.name, to: customerPath(customerId) },
            ]}
            subtitle={t('newText')}
          />
          <OrderForm
            customerId={customerId}
            order={null}
            visitId={visit}
            onSaved={(id) => void navigate({ to: orderPath(id) })}
          />
        </>
      )}
    </Loaded>
  )
}

/** Changing an order that is not delivered yet; how it stood is kept. */
export function EditOrderScreen() {
  const { t } = useTranslation('sales')
  const may = useMay()
  const navigate = useNavigate()
  const { orderId } = useParams({ from: '/frame/sales/$orderId/edit' })
  const query = api.useQuery('get', '/api/orders/{id}', { params: { path: { id: orderId } } })
  if (!may('orders.write')) return <Forbidden />
  return (
    <Loaded query={query}>
      {(order) => (
        <>
          <PageHeader
            title={t('editOf', { code: order.code })}
            crumbs={[
              { label: t('title'), to: paths.sales },
              { label: order.code, to: orderPath(order.id) },
            ]}
            subtitle={order.customer.name}
          />
          {order.may.includes('change') ? (
            <OrderForm
              key={order.version}
              customerId={order.customer.id}
              order={order}
              onSaved={(id) => void navigate({ to: orderPath(id) })}
            />
          ) : (
            <p>{t('noLongerChanged')}</p>
          )}
        </>
      )}
    </Loaded>
  )
}

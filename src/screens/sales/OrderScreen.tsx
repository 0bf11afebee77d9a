import { Stack } from '@mantine/core'
import { useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useMay } from '../../people/web/useMe.ts'
import { useFormats } from '../../platform/web/language/useFormats.tsx'
import { api } from '../../platform/web/request/client.ts'
import { Forbidden } from '../../platform/web/ui/Forbidden.tsx'
import { Loaded } from '../../platform/web/ui/Loaded.tsx'
import { PageHeader } from '../../platform/web/ui/PageHeader.tsx'
import { Panel } from '../../platform/web/ui/Panel.tsx'
import { TextLink } from '../../platform/web/ui/links.tsx'
import { OrderActions } from '../../sales/web/orders/OrderActions.tsx'
import { OrderFacts } from '../../sales/web/orders/OrderFacts.tsx'
import { OrderLines } from '../../sales/web/orders/OrderLines.tsx'
import { OrderPath } from '../../sales/web/orders/OrderPath.tsx'
import { OrderVersions } from '../../sales/web/orders/OrderVersions.tsx'
import { OrderReceivables, OrderReturns } from '../../sales/web/orders/OrderFollowers.tsx'
import classes from '../../sales/web/orders/orders.module.css'
import type { Order } from '../../sales/web/orders/useOrderWords.ts'
import { customerPath, editOrderPath, orderPath, paths } from '../paths.ts'

/** One order: how far it is and the one next step, what is in it, who took it and whose customer it was. */
export function OrderScreen() {
  const may = useMay()
  return may('customers.read') ? <ReadOrder /> : <Forbidden />
}

function ReadOrder() {
  const { orderId } = useParams({ from: '/frame/sales/$orderId' })
  const query = api.useQuery('get', '/api/orders/{id}', { params: { path: { id: orderId } } })
  return <Loaded query={query}>{(order) => <OrderPage key={order.id} order={order} />}</Loaded>
}

function OrderPage({ order }: { order: Order }) {
  const { t } = useTranslation('sales')
  const { day, money } = useFormats()
  return (
    <>
      <PageHeader
        title={t(order.kind === 'return' ? 'returnIs' : 'orderIs', { code: order.code })}
        crumbs={[{ label: t('title'), to: paths.sales }]}
        subtitle={
          <>
            <TextLink to={customerPath(order.customer.id)}>{order.customer.name}</TextLink>
            {` · ${day(order.orderedOn)} · ${money(order.totalMinor, order.currency)}`}
          </>
        }
        actions={<OrderActions order={order} editTo={editOrderPath(order.id)} to={orderPath} />}
      />
      <div className={classes['columns']}>
        <Stack>
          <OrderPath order={order} />
          <Panel title={t('linesTitle')}>
            <OrderLines order={order} />
          </Panel>
        </Stack>
        <Stack>
          <OrderFacts order={order} to={orderPath} />
          <OrderReturns order={order} to={orderPath} />
          <OrderReceivables order={order} />
          <OrderVersions order={order} />
        </Stack>
      </div>
    </>
  )
}

import { useTranslation } from 'react-i18next'
import type { Customer } from '../../customers/web/page/customer.ts'
import { ProfilePanel } from '../../customers/web/page/ProfilePanel.tsx'
import { RequestsPanel } from '../../customers/web/page/RequestsPanel.tsx'
import { TimelinePanel } from '../../customers/web/page/TimelinePanel.tsx'
import { DocumentsPanel } from '../../documents/web/DocumentsPanel.tsx'
import { RelayPanel } from '../../ownership/web/RelayPanel.tsx'
import { Panel } from '../../platform/web/ui/Panel.tsx'
import { CustomerSales } from '../../sales/web/CustomerSales.tsx'
import { OrdersPanel } from '../../sales/web/orders/OrdersPanel.tsx'
import { orderPath, paths } from '../paths.ts'
import classes from './CustomerPage.module.css'
import { Slot } from './Slot.tsx'

/** The wide column: who carried the customer, what it buys, owes and holds, and everything that happened. */
export function MainParts({ customer }: { customer: Customer }) {
  const { t } = useTranslation('documents')
  return (
    <div className={classes['column']}>
      <Slot of="requests">
        <RequestsPanel customer={customer} />
      </Slot>
      <Slot of="lane">
        <RelayPanel
          customerId={customer.id}
          isAlive={customer.status === 'active' || customer.status === 'closed'}
        />
      </Slot>
      <Slot of="sales">
        <CustomerSales customerId={customer.id} />
      </Slot>
      <Slot of="sales">
        <OrdersPanel
          customerId={customer.id}
          isActive={customer.status === 'active'}
          to={orderPath}
          places={{ new: paths.newOrder, all: paths.sales }}
        />
      </Slot>
      <Slot of="timeline">
        <TimelinePanel customer={customer} />
      </Slot>
      <Slot of="profile">
        <ProfilePanel customer={customer} />
      </Slot>
      <Slot of="documents">
        <Panel title={t('title')}>
          <DocumentsPanel customerId={customer.id} />
        </Panel>
      </Slot>
    </div>
  )
}

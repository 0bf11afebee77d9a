import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { CompletenessPanel } from '../../customers/web/page/CompletenessPanel.tsx'
import { ContactsPanel } from '../../customers/web/page/ContactsPanel.tsx'
import type { EditablePanelProps } from '../../customers/web/page/customer.ts'
import { FamilyPanel } from '../../customers/web/page/FamilyPanel.tsx'
import { PersonalPanel } from '../../customers/web/page/PersonalPanel.tsx'
import { PlacePanel } from '../../customers/web/page/PlacePanel.tsx'
import { ProductsPanel } from '../../customers/web/page/ProductsPanel.tsx'
import { ResponsiblePanel } from '../../customers/web/page/ResponsiblePanel.tsx'
import { CustomerCoverage } from '../../ownership/web/CustomerCoverage.tsx'
import { Panel } from '../../platform/web/ui/Panel.tsx'
import { ProtectionPart } from '../../pool/web/ProtectionPart.tsx'
import { TierPanel } from '../../sales/web/tiers/TierPanel.tsx'
import { ComplaintsPanel } from '../../service/web/ComplaintsPanel.tsx'
import { PromisesPanel } from '../../visits/web/PromisesPanel.tsx'
import { VisitsPanel } from '../../visits/web/VisitsPanel.tsx'
import { PriceListPanel } from '../../sales/web/prices/PriceListPanel.tsx'
import { StockPanel } from '../../sales/web/stock/StockPanel.tsx'
import { DebtPanel } from '../../sales/web/money/DebtPanel.tsx'
import { useMay } from '../../people/web/useMe.ts'
import { accountPath, countPath, customerPath, paths, visitPath } from '../paths.ts'
import classes from './CustomerPage.module.css'
import { Slot } from './Slot.tsx'

/** The narrow column: the people on both sides, what is open, and what the outlet is. */
export function SideParts({ customer, onEdit }: EditablePanelProps) {
  const { t } = useTranslation(['coverage', 'pool'])
  const navigate = useNavigate()
  const may = useMay()
  const isActive = customer.status === 'active'
  return (
    <div className={classes['column']}>
      <Slot of="promises">
        <PromisesPanel customerId={customer.id} />
      </Slot>
      <Slot of="visits">
        <VisitsPanel
          customerId={customer.id}
          to={visitPath}
          planTo={paths.planVisit}
          onStarted={(id) => void navigate({ to: visitPath(id) })}
        />
      </Slot>
      <Slot of="contacts">
        <ContactsPanel customer={customer} />
      </Slot>
      <Slot of="debts">{may('money.read') && <DebtPanel customer={customer} to={accountPath} />}</Slot>
      <Slot of="responsible">
        <ResponsiblePanel customer={customer} />
      </Slot>
      <Slot of="complaints">
        <ComplaintsPanel customer={customer} />
      </Slot>
      <Slot of="products">
        <ProductsPanel customer={customer} />
      </Slot>
      <Slot of="tier">
        {isActive && (
          <TierPanel
            customerId={customer.id}
            onEdit={customer.may.setTier ? () => onEdit({ form: 'tier' }) : null}
          />
        )}
      </Slot>
      <Slot of="stock">
        <StockPanel customerId={customer.id} to={countPath(customer.id)} isActive={isActive} />
      </Slot>
      <Slot of="prices">{isActive && <PriceListPanel customerId={customer.id} />}</Slot>
      <Slot of="coverage">
        {isActive && (
          <Panel title={t('coverage:card.title')}>
            <CustomerCoverage customerId={customer.id} name={customer.name} />
          </Panel>
        )}
      </Slot>
      <Slot of="protection">
        {isActive && (
          <Panel title={t('pool:protection.title')}>
            <ProtectionPart
              customer={customer}
              owner={customer.holders.find(({ role }) => role === 'owner')?.person ?? null}
              onGivenBack={() => void navigate({ to: paths.customers })}
            />
          </Panel>
        )}
      </Slot>
      <Slot of="completeness">
        <CompletenessPanel customer={customer} onEdit={onEdit} />
      </Slot>
      <Slot of="place">
        <PlacePanel customer={customer} onEdit={onEdit} />
      </Slot>
      <Slot of="family">
        <FamilyPanel customer={customer} to={customerPath} listOf={paths.customers} />
      </Slot>
      <Slot of="personal">{customer.may.personalGroup && <PersonalPanel customer={customer} />}</Slot>
    </div>
  )
}

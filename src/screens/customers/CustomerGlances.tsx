import { useTranslation } from 'react-i18next'
import type { Customer } from '../../customers/web/page/customer.ts'
import { ServedGlance } from '../../customers/web/page/ServedGlance.tsx'
import { CoverageGlance } from '../../ownership/web/CoverageGlance.tsx'
import { useMay } from '../../people/web/useMe.ts'
import { DebtGlance } from '../../sales/web/money/DebtGlance.tsx'
import { Glances } from '../../platform/web/ui/Glance.tsx'
import { SalesGlance } from '../../sales/web/SalesGlance.tsx'
import { VisitGlances } from '../../visits/web/VisitGlances.tsx'

/** The whole story in one line of facts: who serves since when, last and next visit, what it buys and owes, who knows it. */
export function CustomerGlances({ customer }: { customer: Customer }) {
  const { t } = useTranslation('customer')
  const may = useMay()
  return (
    <Glances label={t('glance.title')}>
      <ServedGlance customer={customer} />
      <VisitGlances customerId={customer.id} />
      <SalesGlance customerId={customer.id} />
      {may('money.read') && <DebtGlance customerId={customer.id} />}
      {customer.status === 'active' && <CoverageGlance customerId={customer.id} />}
    </Glances>
  )
}

import { Text } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useMay } from '../../../people/web/useMe.ts'
import { ErrorState } from '../../../platform/web/ui/ErrorState.tsx'
import { LoadingState } from '../../../platform/web/ui/LoadingState.tsx'
import { Panel } from '../../../platform/web/ui/Panel.tsx'
import { ButtonLink, TextLink } from '../../../platform/web/ui/links.tsx'
import { OrderList } from './OrderList.tsx'
import { useOrders } from './useOrders.ts'

type Props = {
  customerId: string
  isActive: boolean
  to: (id: string) => string
  /** Where one takes an order, and where all orders are. */
  places: { new: string; all: string }
}

/** The customer's last orders, and the way to take one. */
export function OrdersPanel({ customerId, isActive, to, places }: Props) {
  const { t } = useTranslation('sales')
  const may = useMay()
  const query = useOrders({ customer: customerId }, 5)
  const rows = query.data?.pages[0]?.rows ?? []
  return (
    <Panel
      title={t('panelTitle')}
      action={
        isActive &&
        may('orders.write') && (
          <ButtonLink
            to={places.new}
            search={{ customer: customerId }}
            variant="subtle"
            size="compact-sm"
            leftSection={<IconPlus size={14} aria-hidden />}
          >
            {t('new')}
          </ButtonLink>
        )
      }
    >
      {query.isPending && <LoadingState rows={3} />}
      {query.isError && <ErrorState error={query.error} retry={() => void query.refetch()} />}
      {query.isSuccess && rows.length === 0 && <Text c="dimmed">{t('noneHere')}</Text>}
      <OrderList rows={rows} label={t('panelTitle')} to={to} withoutCustomer />
      {query.hasNextPage && (
        <TextLink to={places.all} search={{ customer: customerId }} fz="sm">
          {t('all')}
        </TextLink>
      )}
    </Panel>
  )
}

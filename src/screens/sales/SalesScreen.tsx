import { Button, Group, SegmentedControl, Select, Stack, Text, TextInput } from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import { IconPlus, IconReceipt, IconSearch } from '@tabler/icons-react'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useMay } from '../../people/web/useMe.ts'
import { useFormats } from '../../platform/web/language/useFormats.tsx'
import { EmptyState } from '../../platform/web/ui/EmptyState.tsx'
import { ErrorState } from '../../platform/web/ui/ErrorState.tsx'
import { Forbidden } from '../../platform/web/ui/Forbidden.tsx'
import { LoadingState } from '../../platform/web/ui/LoadingState.tsx'
import { PageHeader } from '../../platform/web/ui/PageHeader.tsx'
import { ButtonLink } from '../../platform/web/ui/links.tsx'
import { orderStages } from '../../sales/order.ts'
import { type OrderSearch, orderPeriods, orderSearch } from '../../sales/order-search.ts'
import { OrderList } from '../../sales/web/orders/OrderList.tsx'
import { useOrders } from '../../sales/web/orders/useOrders.ts'
import { orderPath, paths } from '../paths.ts'

/** What was sold to whom, how far is it, and what does it come to? */
export function SalesScreen() {
  const may = useMay()
  return may('customers.read') ? <Sales /> : <Forbidden />
}

function Sales() {
  const { t } = useTranslation('sales')
  const may = useMay()
  const navigate = useNavigate()
  const search = useSearch({ from: '/frame/sales' })
  const query = useOrders(search)
  const rows = query.data?.pages.flatMap((page) => page.rows) ?? []
  const totals = query.data?.pages[0]?.totals ?? null
  const isNarrowed = Object.keys(search).length > 0
  const go = (part: Record<string, unknown>) =>
    void navigate({ to: paths.sales, search: orderSearch({ ...search, ...part }), replace: true })
  return (
    <>
      <PageHeader
        title={t('title')}
        subtitle={totals === null ? ' ' : <Totals totals={totals} search={search} />}
        actions={
          may('orders.write') && (
            <ButtonLink to={paths.newOrder} leftSection={<IconPlus size={16} aria-hidden />}>
              {t('new')}
            </ButtonLink>
          )
        }
      />
      <Stack gap="sm">
        <Narrow search={search} onChange={go} />
        {query.isPending && <LoadingState />}
        {query.isError && <ErrorState error={query.error} retry={() => void query.refetch()} />}
        {query.isSuccess && rows.length === 0 && (
          <EmptyState
            icon={<IconReceipt stroke={1.6} />}
            title={t(isNarrowed ? 'noneFound' : 'none')}
            text={t(isNarrowed ? 'noneFoundText' : 'noneText')}
          />
        )}
        <OrderList rows={rows} label={t('title')} to={orderPath} />
        {query.hasNextPage && (
          <Button
            variant="default"
            loading={query.isFetchingNextPage}
            onClick={() => void query.fetchNextPage()}
          >
            {t('more')}
          </Button>
        )}
      </Stack>
    </>
  )
}

type TotalsProps = {
  totals: readonly { currency: string; orders: number; returns: number; totalMinor: number }[]
  search: OrderSearch
}

/** What was asked for and what it comes to, as one sentence; each currency by itself. */
function Totals({ totals, search }: TotalsProps) {
  const { t } = useTranslation('sales')
  const { money, number, list } = useFormats()
  const [orders, returns] = (['orders', 'returns'] as const).map((one) =>
    totals.reduce((sum, row) => sum + row[one], 0),
  )
  const counted = [
    t('countOrders', { count: orders ?? 0, shown: number(orders ?? 0) }),
    (returns ?? 0) === 0 ? null : t('countReturns', { count: returns ?? 0, shown: number(returns ?? 0) }),
  ].filter((part) => part !== null)
  const when = search.period === undefined ? null : t(`during.${search.period}`)
  const worth = list(totals.map(({ totalMinor, currency }) => money(totalMinor, currency)))
  return (
    <>
      {[list(counted), when].filter(Boolean).join(' ')}
      {worth !== '' && (
        <>
          {': '}
          <Text component="span" fw={600} c="var(--mantine-color-text)">
            {worth}
          </Text>
        </>
      )}
    </>
  )
}

type NarrowProps = { search: OrderSearch; onChange: (part: Record<string, unknown>) => void }

function Narrow({ search, onChange }: NarrowProps) {
  const { t } = useTranslation(['sales', 'shell'])
  const look = useDebouncedCallback((q: string) => onChange({ q: q.trim() }), 250)
  return (
    <Group align="end">
      <TextInput
        label={t('search')}
        data-page-search
        defaultValue={search.q ?? ''}
        onChange={(event) => look(event.currentTarget.value)}
        leftSection={<IconSearch size={16} aria-hidden />}
        w={{ base: '100%', sm: 260 }}
      />
      <Select
        label={t('stageLabel')}
        placeholder={t('anyStage')}
        clearable
        clearButtonProps={{ 'aria-label': t('shell:choice.clear') }}
        value={search.stage ?? null}
        onChange={(stage) => onChange({ stage })}
        data={orderStages.map((stage) => ({ value: stage, label: t(`stage.${stage}`) }))}
        w={{ base: 'calc(50% - 0.5rem)', sm: 170 }}
      />
      <Select
        label={t('periodLabel')}
        placeholder={t('anyPeriod')}
        clearable
        clearButtonProps={{ 'aria-label': t('shell:choice.clear') }}
        value={search.period ?? null}
        onChange={(period) => onChange({ period })}
        data={orderPeriods.map((period) => ({ value: period, label: t(`period.${period}`) }))}
        w={{ base: 'calc(50% - 0.5rem)', sm: 170 }}
      />
      <SegmentedControl
        aria-label={t('kindLabel')}
        value={search.kind ?? 'all'}
        onChange={(kind) => onChange({ kind })}
        data={(['all', 'sale', 'return'] as const).map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))}
      />
    </Group>
  )
}

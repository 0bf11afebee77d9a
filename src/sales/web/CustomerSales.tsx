import { Group, SegmentedControl, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormats } from '../../platform/web/language/useFormats.tsx'
import { Loaded } from '../../platform/web/ui/Loaded.tsx'
import { Panel } from '../../platform/web/ui/Panel.tsx'
import { currenciesOf } from '../over-time.ts'
import { SalesChart } from './SalesChart.tsx'
import { useCustomerSales } from './useCustomerSales.ts'
import { type SalesByMonth, useSalesWords } from './useSalesWords.ts'

/** What a customer bought and returned, month by month, for each currency (rule 1.1). */
export function CustomerSales({ customerId }: { customerId: string }) {
  const { t } = useTranslation('trend')
  const query = useCustomerSales(customerId)
  return (
    <Panel title={t('ofCustomer')}>
      <Loaded query={query}>{(sales) => <OverTime sales={sales} />}</Loaded>
    </Panel>
  )
}

function OverTime({ sales }: { sales: SalesByMonth }) {
  const { t } = useTranslation('trend')
  const { day, fromToday } = useFormats()
  const words = useSalesWords()
  const currencies = currenciesOf(sales.rows)
  const [chosen, choose] = useState<string | null>(null)
  const currency = chosen ?? currencies[0]
  if (sales.first === null) return <Text c="dimmed">{t('none')}</Text>
  if (currency === undefined)
    return <Text c="dimmed">{t('noneLately', { day: day(sales.first), ago: fromToday(sales.first) })}</Text>
  const { amount, compared } = words(sales, currency)
  return (
    <>
      <Group justify="space-between" mb="xs">
        <Text>
          {t('twelve', { amount })} {compared}
        </Text>
        {currencies.length > 1 && (
          <SegmentedControl
            size="xs"
            aria-label={t('currency')}
            data={currencies}
            value={currency}
            onChange={choose}
          />
        )}
      </Group>
      <SalesChart sales={sales} currency={currency} />
    </>
  )
}

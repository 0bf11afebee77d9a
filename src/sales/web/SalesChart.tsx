import { useTranslation } from 'react-i18next'
import { MonthChart } from '../../platform/web/chart/MonthChart.tsx'
import { useFormats } from '../../platform/web/language/useFormats.tsx'
import type { Day } from '../../values/day.ts'
import { monthOf } from '../months.ts'
import { monthsShown } from '../over-time.ts'
import type { SalesByMonth } from './useSalesWords.ts'

/** Twelve months of sales in one currency; returns hang below the line. */
export function SalesChart({ sales, currency }: { sales: SalesByMonth; currency: string }) {
  const { t } = useTranslation('trend')
  const { month, money, moneyShort } = useFormats()
  if (sales.first === null) return null
  const shown = monthsShown(sales.rows, currency, { first: monthOf(sales.first as Day), last: sales.to })
  const hasReturns = shown.some(({ returned }) => returned !== 0)
  return (
    <MonthChart
      caption={t('caption', { currency })}
      unit={t('month')}
      months={shown.map((one) => ({
        label: month(one.month),
        values: { sold: one.sold, ...(hasReturns ? { returned: one.returned } : {}) },
      }))}
      series={[
        { name: 'sold', label: t('sold'), look: 'plain' as const },
        ...(hasReturns ? [{ name: 'returned', label: t('returned'), look: 'hatched' as const }] : []),
      ]}
      short={(minor) => moneyShort(minor, currency)}
      whole={(minor) => money(BigInt(Math.round(minor)), currency)}
    />
  )
}

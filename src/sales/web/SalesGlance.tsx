import { useTranslation } from 'react-i18next'
import { Glance } from '../../platform/web/ui/Glance.tsx'
import { currenciesOf } from '../over-time.ts'
import { useCustomerSales } from './useCustomerSales.ts'
import { useSalesWords } from './useSalesWords.ts'

/** What a customer bought in twelve months; that no order is known isn't the same as none bought. */
export function SalesGlance({ customerId }: { customerId: string }) {
  const { t } = useTranslation('trend')
  const words = useSalesWords()
  const { data: sales } = useCustomerSales(customerId)
  if (sales === undefined) return <Glance label={t('glance.label')} value={' '} />
  const [first, ...others] = currenciesOf(sales.rows)
  const said = first === undefined ? null : words(sales, first)
  const beside = others.map((currency) => words(sales, currency).amount)
  return (
    <Glance
      label={t('glance.label')}
      value={said?.amount ?? null}
      unknown={t(sales.first === null ? 'glance.none' : 'glance.noneLately')}
      detail={beside.length > 0 ? t('glance.and', { amounts: beside.join(' · ') }) : said?.compared}
    />
  )
}

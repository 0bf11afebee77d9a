import { useTranslation } from 'react-i18next'
import { useFormats } from '../../platform/web/language/useFormats.tsx'
import type { components } from '../../platform/web/request/contract.gen.d.ts'
import type { Day } from '../../values/day.ts'
import { firstDayOf, monthOf, monthsLater } from '../months.ts'
import { growth, netOf } from '../over-time.ts'

export type SalesByMonth = components['schemas']['SalesByMonth']

/**
 * What twelve months came to in words: the amount, and how it compares with the twelve before. The month that runs is left
 * out of the comparison on both sides, and there is none where the year before isn't known whole.
 */
export function useSalesWords(): (
  sales: SalesByMonth,
  currency: string,
) => { amount: string; compared: string | null } {
  const { t } = useTranslation('trend')
  const { money, percent } = useFormats()
  return ({ rows, first, to, today }, currency) => {
    const amount = money(netOf(rows, currency, monthsLater(to, -11), to), currency)
    const last = to === monthOf(today as Day) ? monthsLater(to, -1) : to
    const begin = monthsLater(last, -23)
    const isKnown = first !== null && first < firstDayOf(monthsLater(begin, 1))
    const now = netOf(rows, currency, monthsLater(last, -11), last)
    const more = isKnown ? growth(now, netOf(rows, currency, begin, monthsLater(last, -12))) : null
    if (more === null) return { amount, compared: null }
    const way = more > 0.005 ? 'more' : more < -0.005 ? 'less' : 'same'
    return { amount, compared: t(`compared.${way}`, { share: percent(Math.abs(more)) }) }
  }
}

import { useTranslation } from 'react-i18next'
import { useFormats } from '../../../platform/web/language/useFormats.tsx'
import type { components } from '../../../platform/web/request/contract.gen.d.ts'

export type StockLine = components['schemas']['StockLine']
export type SellOut = components['schemas']['SellOut']

/** What an outlet has and sold, as sentences; what isn't known is said to be unknown. */
export function useStockWords() {
  const { t } = useTranslation('stock')
  const { number, day, fromToday } = useFormats()
  return {
    counted: ({ counted }: StockLine) =>
      counted === null
        ? t('neverCounted')
        : t('countedOn', { ago: fromToday(counted.day), day: day(counted.day) }),
    sold: ({ counted, sellOut }: StockLine) => {
      if (sellOut === null) return counted === null ? null : t('unknownSold')
      const said = { quantity: number(sellOut.quantity), count: sellOut.days }
      return sellOut.quantity < 0 ? t('doubtful') : t('sold', said)
    },
    lasts: ({ daysOfStock }: StockLine) =>
      daysOfStock === null ? null : t('lasts', { count: daysOfStock, shown: number(daysOfStock) }),
    since: ({ counted, since }: StockLine) =>
      counted === null || since === 0
        ? null
        : t(since > 0 ? 'cameSince' : 'wentSince', { quantity: number(Math.abs(since)) }),
    /** 10 + 24 − 2 − 1.5 − 6 */
    sum: ({ opening, delivered, returned, writtenOff, closing }: SellOut) =>
      t('sum', {
        opening: number(opening),
        delivered: number(delivered),
        returned: number(returned),
        writtenOff: number(writtenOff),
        closing: number(closing),
      }),
  }
}

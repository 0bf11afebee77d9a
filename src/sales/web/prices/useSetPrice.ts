import { useTranslation } from 'react-i18next'
import { useFormats } from '../../../platform/web/language/useFormats.tsx'
import { request } from '../../../platform/web/request/client.ts'
import { offerUndo, sayProblem } from '../../../platform/web/ui/offerUndo.tsx'
import { useRefreshPrices } from './useRefreshPrices.ts'

type ToSet = { productId: string; name: string; leastQuantity: number; minor: number | null }

/** Writes one price of a list from a day on, says so and offers the way back. Answers whether it was taken. */
export function useSetPrice(listId: string, currency: string, from: string) {
  const { t } = useTranslation('prices')
  const { money, day } = useFormats()
  const refresh = useRefreshPrices()
  return async ({ name, ...price }: ToSet): Promise<boolean> => {
    const params = { path: { id: listId } }
    const { data, error } = await request.POST('/api/price-lists/{id}/prices', {
      params,
      body: { from, prices: [price] },
    })
    if (data === undefined) {
      sayProblem(error)
      return false
    }
    await refresh()
    const facts = { name, day: day(from) }
    const done =
      price.minor === null
        ? t('takenOff', facts)
        : t('set', { ...facts, price: money(price.minor, currency) })
    offerUndo(done, async () => {
      const again = await request.POST('/api/price-lists/{id}/prices', { params, body: data.undo })
      if (again.error !== undefined) throw again.error
      await refresh()
    })
    return true
  }
}

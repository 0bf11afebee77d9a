import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import { useFormats } from '../../../platform/web/language/useFormats.tsx'
import { request } from '../../../platform/web/request/client.ts'
import { type OrderSearch, startOfPeriod } from '../../order-search.ts'

/** Orders a page at a time, the newest first; what all of them come to stands with the first page. */
export function useOrders({ period, customer, ...search }: OrderSearch, size = 50) {
  const { today } = useFormats()
  const query = {
    ...search,
    size,
    ...(customer === undefined ? {} : { customerId: customer }),
    ...(period === undefined ? {} : { from: startOfPeriod(period, today) }),
  }
  const { stage, ...rest } = query
  return useInfiniteQuery({
    queryKey: ['get', '/api/orders', query],
    initialPageParam: undefined as string | undefined,
    queryFn: async ({ pageParam }) => {
      const { data, error } = await request.GET('/api/orders', {
        params: {
          query: {
            ...rest,
            ...(stage === undefined ? {} : { stage: [stage] }),
            ...(pageParam === undefined ? {} : { after: pageParam }),
          },
        },
      })
      if (data === undefined) throw error
      return data
    },
    getNextPageParam: (page) => page.next ?? undefined,
    placeholderData: (before) => before,
  })
}

/** After a change of an order: what shows orders, stock, debts and the customer is read anew. */
export function useRefreshOrders(): () => Promise<void> {
  const queries = useQueryClient()
  return () =>
    queries.invalidateQueries({
      predicate: ({ queryKey }) => /order|stock|receivable|customers\/\{id\}/.test(String(queryKey[1])),
    })
}

import { useQueryClient } from '@tanstack/react-query'

/** Reads debts, payments, cash and timelines anew, after a change. */
export function useRefreshMoney(): () => Promise<void> {
  const queries = useQueryClient()
  return () =>
    queries.invalidateQueries({
      predicate: ({ queryKey }) =>
        /^\/api\/(receivables|payments|cash|hand-ins|rates|orders|customers)/.test(String(queryKey[1])),
    })
}

import { useQueryClient } from '@tanstack/react-query'

/** Reads complaints anew wherever they are shown, and the customer's timeline. */
export function useRefreshComplaints(): () => Promise<void> {
  const queries = useQueryClient()
  return () =>
    queries.invalidateQueries({
      predicate: ({ queryKey }) =>
        /^\/api\/(complaints|customers\/\{id\}\/timeline)/.test(String(queryKey[1])),
    })
}

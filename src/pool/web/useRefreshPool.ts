import { useQueryClient } from '@tanstack/react-query'

/** Reads the pool and customers anew, after one changed hands. */
export function useRefreshPool(): () => Promise<void> {
  const queries = useQueryClient()
  return () =>
    queries.invalidateQueries({
      predicate: ({ queryKey }) => /^\/api\/(pool|customers)/.test(String(queryKey[1])),
    })
}

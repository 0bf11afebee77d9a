import { useQueryClient } from '@tanstack/react-query'

/** Reads coverage anew, of the company and of each customer. */
export function useRefreshCoverage(): () => Promise<void> {
  const queries = useQueryClient()
  return () =>
    queries.invalidateQueries({
      predicate: ({ queryKey }) => /^\/api\/(coverage|customers\/\{id\}\/coverage)/.test(String(queryKey[1])),
    })
}

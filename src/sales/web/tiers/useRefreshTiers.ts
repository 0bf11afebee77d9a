import { useQueryClient } from '@tanstack/react-query'

/** Reads tiers, and whatever shows a customer's, anew. */
export function useRefreshTiers(): () => Promise<void> {
  const queries = useQueryClient()
  return () =>
    queries.invalidateQueries({
      predicate: ({ queryKey }) =>
        /^\/api\/(customers|tiers|company\/tiers|coverage)/.test(String(queryKey[1])),
    })
}

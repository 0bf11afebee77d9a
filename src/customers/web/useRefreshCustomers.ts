import { useQueryClient } from '@tanstack/react-query'

/** Reads customers, their lists, coverage and what waits for a decision anew, after a change. */
export function useRefreshCustomers(): () => Promise<void> {
  const queries = useQueryClient()
  return () =>
    queries.invalidateQueries({
      predicate: ({ queryKey }) =>
        /^\/api\/(customers|coverage|requests|territories)/.test(String(queryKey[1])),
    })
}

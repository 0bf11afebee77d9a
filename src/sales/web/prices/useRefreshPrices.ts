import { useQueryClient } from '@tanstack/react-query'

/** After a change of lists, prices or agreements: everything that shows one is read anew. */
export function useRefreshPrices(): () => Promise<void> {
  const queries = useQueryClient()
  return () =>
    queries.invalidateQueries({
      predicate: ({ queryKey }) => /price/.test(String(queryKey[1])),
    })
}

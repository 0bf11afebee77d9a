import { useQueryClient } from '@tanstack/react-query'

/** Reads anew whatever shows who is responsible, after a change of it. */
export function useRefresh(): () => Promise<void> {
  const queries = useQueryClient()
  return () =>
    queries.invalidateQueries({
      predicate: ({ queryKey }) =>
        /^\/api\/(customers|ownership|coverage|people|requests)/.test(String(queryKey[1])),
    })
}

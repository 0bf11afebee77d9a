import { useInfiniteQuery } from '@tanstack/react-query'
import { request } from '../../platform/web/request/client.ts'

/** The imports so far, a page at a time. */
export function useImports() {
  return useInfiniteQuery({
    queryKey: ['get', '/api/imports'],
    staleTime: 0,
    initialPageParam: undefined as string | undefined,
    queryFn: async ({ pageParam }) => {
      const query = pageParam === undefined ? {} : { before: pageParam }
      const { data, error } = await request.GET('/api/imports', { params: { query } })
      if (data === undefined) throw error
      return data
    },
    getNextPageParam: (page) => page.next ?? undefined,
  })
}

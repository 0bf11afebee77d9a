import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { request } from '../../platform/web/request/client.ts'
import type { paths } from '../../platform/web/request/contract.gen.d.ts'

type Filter = Omit<NonNullable<paths['/api/people']['get']['parameters']['query']>, 'after' | 'limit'>

/** People a page at a time, as many pages as were asked for: a company may have thousands. */
export function usePeoplePages(filter: Filter, limit: number) {
  return useInfiniteQuery({
    // Begins as every question for people, so that a change of people asks it again; pages are kept apart from single ones.
    queryKey: ['get', '/api/people', filter, limit, 'pages'],
    queryFn: async ({ pageParam, signal }) => {
      const after = pageParam === null ? {} : { after: pageParam }
      const params = { query: { ...filter, ...after, limit } }
      const { data, error } = await request.GET('/api/people', { params, signal })
      if (data === undefined) throw error
      return data
    },
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
    select: ({ pages }) => ({
      people: pages.flatMap((page) => page.people),
      total: pages[0]?.total ?? 0,
    }),
  })
}

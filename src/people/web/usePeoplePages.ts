import { keepPreviousData } from '@tanstack/react-query'
import { api } from '../../platform/web/request/client.ts'
import type { paths } from '../../platform/web/request/contract.gen.d.ts'

type Filter = Omit<NonNullable<paths['/api/people']['get']['parameters']['query']>, 'after' | 'limit'>

/** People a page at a time, as many pages as were asked for: a company may have thousands. */
export function usePeoplePages(filter: Filter, limit: number) {
  const query = api.useInfiniteQuery(
    'get',
    '/api/people',
    { params: { query: { ...filter, limit } } },
    {
      pageParamName: 'after',
      initialPageParam: undefined,
      getNextPageParam: ({ next }: { next: string | null }) => next ?? undefined,
      placeholderData: keepPreviousData,
      select: ({ pages }) => ({
        people: pages.flatMap((page) => page.people),
        total: pages[0]?.total ?? 0,
      }),
    },
  )
  return query
}

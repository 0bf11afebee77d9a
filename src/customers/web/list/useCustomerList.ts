import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { api } from '../../../platform/web/request/client.ts'
import { type ListQuery, pageSize, queryOf } from './query.ts'
import { type ListSearch, filterOf } from '../../list-search.ts'

/** The page of the list that the address asks for; the next one is fetched ahead, so that turning it takes no time. */
export function useCustomerList(search: ListSearch) {
  const queries = useQueryClient()
  const query = queryOf(search)
  const list = api.useQuery(
    'get',
    '/api/customers',
    { params: { query } },
    { placeholderData: (before) => before },
  )
  const { total } = list.data ?? { total: 0 }
  const hasNext = !list.isPlaceholderData && total > query.page * pageSize
  const next = JSON.stringify({ ...query, page: query.page + 1 })
  useEffect(() => {
    if (!hasNext) return
    const ahead = { params: { query: JSON.parse(next) as ListQuery } }
    void queries.prefetchQuery(api.queryOptions('get', '/api/customers', ahead))
  }, [hasNext, next, queries])
  return list
}

/** How many there are of each kind among them; the filters say so beside each choice. */
export function useFacets(search: ListSearch) {
  return api.useQuery(
    'get',
    '/api/customers/facets',
    { params: { query: filterOf(search) as ListQuery } },
    { placeholderData: (before) => before },
  ).data
}

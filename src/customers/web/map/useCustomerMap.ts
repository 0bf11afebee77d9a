import { useMemo } from 'react'
import { api } from '../../../platform/web/request/client.ts'
import { type ListSearch, filterOf } from '../../list-search.ts'
import { customerMap } from '../../map-points.ts'
import type { ListQuery } from '../list/query.ts'

/** Where the selection's customers are, for the map; the same rows stay while they don't change. */
export function useCustomerMap(search: ListSearch) {
  const query = api.useQuery(
    'get',
    '/api/customers/points',
    { params: { query: filterOf(search) as ListQuery } },
    { placeholderData: (before) => before, staleTime: 60_000 },
  )
  const found = query.data
  const map = useMemo(() => (found === undefined ? null : customerMap(found)), [found])
  return { query, found, map }
}

/** The customers on a spot of the map that the filter finds, with what a card says about them. */
export function useCustomersAt(
  search: ListSearch,
  spot: { latitude: number; longitude: number } | null,
  most: number,
) {
  const query = {
    ...(filterOf(search) as ListQuery),
    box: spot === null ? '' : boxAround(spot),
    size: most,
    sort: 'name' as const,
  }
  return api.useQuery('get', '/api/customers', { params: { query } }, { enabled: spot !== null })
}

/** Points are exact to a hundred-thousandth of a degree: about a metre. */
function boxAround({ latitude, longitude }: { latitude: number; longitude: number }): string {
  const half = 0.000_006
  return [latitude - half, longitude - half, latitude + half, longitude + half]
    .map((degrees) => degrees.toFixed(6))
    .join()
}

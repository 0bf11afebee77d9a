import type { paths } from '../../../platform/web/request/contract.gen.d.ts'
import { type ListSearch, filterOf } from '../../list-search.ts'

/** What the list can be asked, as the API's contract has it. */
export type ListQuery = NonNullable<paths['/api/customers']['get']['parameters']['query']>

export const pageSize = 50

/** What is asked of the server for this address. Without a wish, a search gives the best match first. */
export function queryOf(search: ListSearch): ListQuery & { page: number } {
  const sort = search.sort ?? (search.q === undefined ? 'name' : undefined)
  return {
    ...(filterOf(search) as ListQuery),
    ...(sort === undefined ? {} : { sort: sort as NonNullable<ListQuery['sort']> }),
    page: search.page ?? 1,
    size: pageSize,
  }
}

import { useQueryClient } from '@tanstack/react-query'
import { api } from '../../../platform/web/request/client.ts'
import type { Transfer } from './types.ts'

const path = '/api/transfers/{id}'

/** A transfer; while the server works on a large one it is asked again every second. */
export function useTransfer(id: string) {
  return api.useQuery(
    'get',
    path,
    { params: { path: { id } } },
    { refetchInterval: ({ state }) => (state.data?.state === 'waiting' ? 1000 : false) },
  )
}

/** After a change: puts the answered transfer in its place and reads everything anew that shows who owns what. */
export function useKeepTransfer(): (transfer: Transfer) => Promise<void> {
  const queries = useQueryClient()
  return async (transfer) => {
    const { queryKey } = api.queryOptions('get', path, { params: { path: { id: transfer.id } } })
    queries.setQueryData(queryKey, transfer)
    await queries.invalidateQueries({
      predicate: ({ queryKey: [, asked] }) =>
        asked !== path && /^\/api\/(transfers|customers|people|territories)/.test(String(asked)),
    })
  }
}

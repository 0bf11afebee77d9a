import { useQueryClient } from '@tanstack/react-query'
import { api } from '../../platform/web/request/client.ts'
import type { Visit } from './types.ts'

type Answer = { data?: Visit | undefined; error?: unknown }

/** Reads visits, promises and what hangs on them anew, after a change. */
export function useRefreshVisits(): () => Promise<void> {
  const queries = useQueryClient()
  return () =>
    queries.invalidateQueries({
      // A visit's own page is shown what the server answered; reading it again would only come too late.
      predicate: ({ queryKey }) =>
        queryKey[1] !== '/api/visits/{id}' &&
        /^\/api\/(visits|promises|customers\/\{id\}\/(visits|promises|timeline|coverage|protection))/.test(
          String(queryKey[1]),
        ),
    })
}

/**
 * A visit, and how its page saves: what will be so is shown at once (`ahead`), what the server
 * answered as soon as it does, the lists follow. Throws the request's error, and then it is as before.
 */
export function useVisit(id: string) {
  const queries = useQueryClient()
  const refresh = useRefreshVisits()
  const options = api.queryOptions('get', '/api/visits/{id}', { params: { path: { id } } })
  const query = api.useQuery('get', '/api/visits/{id}', { params: { path: { id } } })
  async function save(sent: Promise<Answer>, ahead?: (visit: Visit) => Visit): Promise<Visit> {
    // An older reading on its way must not take back what is shown.
    if (ahead !== undefined) await queries.cancelQueries({ queryKey: options.queryKey })
    const before = queries.getQueryData<Visit>(options.queryKey)
    if (before !== undefined && ahead !== undefined) queries.setQueryData(options.queryKey, ahead(before))
    const { data, error } = await sent
    if (data === undefined) {
      queries.setQueryData(options.queryKey, before)
      throw error
    }
    queries.setQueryData(options.queryKey, data)
    void refresh()
    return data
  }
  return { query, save }
}
export type SaveVisit = ReturnType<typeof useVisit>['save']

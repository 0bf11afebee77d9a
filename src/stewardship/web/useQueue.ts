import { useQueryClient } from '@tanstack/react-query'
import { api } from '../../platform/web/request/client.ts'
import type { IssueKind } from './types.ts'

export type QueueView = { whose: 'mine' | 'all'; kind: IssueKind | undefined; page: number }

/** The steward's queue as it is looked at now; the last one stays visible while the next is fetched. */
export function useQueue({ whose, kind, page }: QueueView) {
  const query = { whose, page, ...(kind === undefined ? {} : { kind }) }
  return api.useQuery(
    'get',
    '/api/steward/queue',
    { params: { query } },
    {
      placeholderData: (before) => before,
      refetchInterval: (now) => (now.state.data?.scanning ? 4000 : false),
    },
  )
}

/** Reads again whatever the queue's work may have changed. */
export function useRefresh(): () => Promise<void> {
  const client = useQueryClient()
  return () => client.invalidateQueries()
}

import { useSessionStorage } from '@mantine/hooks'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../platform/web/request/client.ts'
import type { IssueKind } from './types.ts'

export type QueueView = { whose: 'mine' | 'all'; kind: IssueKind | undefined; page: number }

/** The steward's queue as it is looked at now; the last one stays visible while the next is fetched. */
export function useQueue({ whose, kind, page }: QueueView, enabled = true) {
  const query = { whose, page, ...(kind === undefined ? {} : { kind }) }
  return api.useQuery(
    'get',
    '/api/steward/queue',
    { params: { query } },
    {
      enabled,
      placeholderData: (before) => before,
      refetchInterval: (now) => (now.state.data?.scanning ? 4000 : false),
    },
  )
}

type Whose = QueueView['whose']

/**
 * Whose areas are looked at: what was chosen last in this window, through merges too. Until something is chosen, mine,
 * or all where I am steward of none or mine are in order; null while that is read.
 */
export function useWhose(): [Whose | null, (whose: Whose) => void] {
  const [chosen, choose] = useSessionStorage<Whose | null>({
    key: 'relevo.steward.whose',
    defaultValue: null,
    getInitialValueInEffect: false,
  })
  const [opened, setOpened] = useState<Whose | null>(chosen)
  const mine = useQueue({ whose: 'mine', kind: undefined, page: 1 }, opened === null).data
  if (opened === null && mine !== undefined)
    setOpened(mine.areas.length === 0 || mine.total === 0 ? 'all' : 'mine')
  return [
    opened,
    (whose) => {
      choose(whose)
      setOpened(whose)
    },
  ]
}

/** Reads again whatever the queue's work may have changed. */
export function useRefresh(): () => Promise<void> {
  const client = useQueryClient()
  return () => client.invalidateQueries()
}

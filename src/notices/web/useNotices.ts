import { useEffect } from 'react'
import { api, request } from '../../platform/web/request/client.ts'
import { hearLive } from '../../platform/web/request/live.ts'
import { queryClient } from '../../platform/web/request/query-client.ts'
import { sayProblem } from '../../platform/web/ui/offerUndo.tsx'
import type { ReadNotices } from '../schema.ts'

/** How many notices I haven't read. Asked again when the server pokes, and every 45 seconds in case a poke was lost. */
export function useUnread(): number {
  return api.useQuery('get', '/api/notices/count', {}, { refetchInterval: 45_000 }).data?.unread ?? 0
}

export async function refreshNotices(): Promise<void> {
  const paths = ['/api/notices', '/api/notices/count']
  await Promise.all(paths.map((path) => queryClient.invalidateQueries({ queryKey: ['get', path] })))
}

/** Below it notices come by themselves. */
export function useLiveNotices(): void {
  useEffect(
    () =>
      hearLive((event) => {
        if (event === 'notices' || event === 'connected') void refreshNotices()
      }),
    [],
  )
}

/** Says that I have read these. */
export async function markRead(which: ReadNotices): Promise<void> {
  const { error } = await request.POST('/api/notices/read', { body: which })
  if (error !== undefined) sayProblem(error)
  await refreshNotices()
}

import { useTranslation } from 'react-i18next'
import { request } from '../../platform/web/request/client.ts'
import { say } from '../../platform/web/ui/offerUndo.tsx'
import { useRefresh } from './useQueue.ts'

/** Takes a merge back and says how much was changed since and stays; throws the request's error (rule 1.7). */
export function useTakeMergeBack(): (mergeId: string) => Promise<void> {
  const { t } = useTranslation('stewardship')
  const refresh = useRefresh()
  return async (id) => {
    const { data, error } = await request.POST('/api/merges/{id}/undo', { params: { path: { id } } })
    if (error !== undefined) throw error
    await refresh()
    if (data.conflicts.length > 0) say(t('merge.kept', { count: data.conflicts.length }))
  }
}

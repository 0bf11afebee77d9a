import { useTranslation } from 'react-i18next'
import { api, request } from '../../../platform/web/request/client.ts'
import { offerUndo, say } from '../../../platform/web/ui/offerUndo.tsx'
import { useRefreshCustomers } from '../useRefreshCustomers.ts'

/** Says who is responsible for customers from today on, and in words what became of it. */
export function useAssign(onDone: () => void) {
  const { t } = useTranslation('customers')
  const refresh = useRefreshCustomers()
  async function takeBack(id: string): Promise<void> {
    const params = { path: { id } }
    const { error } = await request.POST('/api/ownership/batches/{id}/undo', { params, body: {} })
    if (error !== undefined) throw error
    await refresh()
  }
  return api.useMutation('post', '/api/customers/assign', {
    onSuccess: async ({ changed, batchId }, { body }) => {
      await refresh()
      const done = t('assign.done', { count: changed })
      // The first owner of a line can't be taken back: before, the line had none of its own.
      const isFirst = body.line !== undefined && body.role === 'owner'
      if (batchId === null || isFirst) say(done)
      else offerUndo(done, () => takeBack(batchId))
      onDone()
    },
  })
}

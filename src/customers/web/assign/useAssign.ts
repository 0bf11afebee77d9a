import { useTranslation } from 'react-i18next'
import { api } from '../../../platform/web/request/client.ts'
import { say, sayProblem } from '../../../platform/web/ui/offerUndo.tsx'
import { useRefreshCustomers } from '../useRefreshCustomers.ts'

/** Says who is responsible for customers from today on, and in words what became of it. */
export function useAssign(onDone: () => void) {
  const { t } = useTranslation('customers')
  const refresh = useRefreshCustomers()
  return api.useMutation('post', '/api/customers/assign', {
    onSuccess: async ({ changed }) => {
      await refresh()
      say(t('assign.done', { count: changed }))
      onDone()
    },
    onError: sayProblem,
  })
}

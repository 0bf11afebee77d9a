import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api } from '../../../platform/web/request/client.ts'
import { say } from '../../../platform/web/ui/offerUndo.tsx'
import { useRefreshCustomers } from '../useRefreshCustomers.ts'
import type { ChangeOutcome, Customer } from './customer.ts'

/**
 * Says in words what became of a change: saved, waiting for a yes, or neither because somebody was quicker. Answers the
 * customer as it is now.
 */
export function useOutcome(customerId: string): (outcome: ChangeOutcome) => Promise<Customer> {
  const { t } = useTranslation('customer')
  const queries = useQueryClient()
  const refresh = useRefreshCustomers()
  return async (outcome) => {
    await refresh()
    const said = [
      outcome.saved.length > 0 ? t('outcome.saved') : '',
      outcome.requested.length > 0 ? t('outcome.requested', { count: outcome.requested.length }) : '',
    ].filter((sentence) => sentence !== '')
    if (said.length > 0) say(said.join(' '))
    const options = api.queryOptions('get', '/api/customers/{id}', { params: { path: { id: customerId } } })
    return await queries.ensureQueryData(options)
  }
}

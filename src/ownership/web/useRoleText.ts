import { useTranslation } from 'react-i18next'
import { api } from '../../platform/web/request/client.ts'
import { wholeCustomer } from '../ledger.ts'
import type { Lane } from './types.ts'

/** What a lane is called: its role, and its line of business where it isn't the whole customer's. */
export function useRoleText(): (lane: Pick<Lane, 'role' | 'line'>) => string {
  const { t } = useTranslation('customer')
  const { data } = api.useQuery('get', '/api/company/lines')
  return ({ role, line }) => {
    const said = t(`role.${role}`)
    if (line === wholeCustomer) return said
    return `${said} · ${data?.lines.find(({ code }) => code === line)?.name ?? line}`
  }
}

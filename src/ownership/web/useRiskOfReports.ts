import { useMay } from '../../people/web/useMe.ts'
import { api } from '../../platform/web/request/client.ts'
import type { ToldExposure } from './coverage-types.ts'

/** Single-person risk of everybody who reports to a person or to nobody, by id; empty until it is counted. Only of today. */
export function useRiskOfReports(reportsTo: string, isToday: boolean): ReadonlyMap<string, ToldExposure> {
  const may = useMay()
  const query = { reportsTo }
  const enabled = isToday && may('customers.read')
  const { data } = api.useQuery('get', '/api/coverage/people', { params: { query } }, { enabled })
  return new Map(data?.people.map(({ id, exposure }) => [id, exposure]))
}

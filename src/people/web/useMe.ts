import { api } from '../../platform/web/request/client.ts'
import type { Permission } from '../permissions.ts'

/** The query of who I am; the frame loads it before any screen. */
export const meQuery = api.queryOptions('get', '/api/me', {}, { staleTime: 5 * 60_000 })

/** Who I am, in which company, and what I may do. Below the app's frame only. */
export function useMe() {
  return api.useSuspenseQuery('get', '/api/me', {}, { staleTime: 5 * 60_000 }).data
}

/** Whether I may: `const may = useMay(); may('customers.import')`. Screens show only what is possible (rule 10.1). */
export function useMay(): (name: Permission) => boolean {
  const me = useMe()
  return (name) => me.may.includes(name)
}

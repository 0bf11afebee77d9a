import { useQueryClient } from '@tanstack/react-query'
import { api } from '../../platform/web/request/client.ts'

/** How I sign in and where I am signed in. */
export function useSecurity() {
  return api.useQuery('get', '/api/me/security')
}

/** Reads it again after a change. */
export function useSecurityChanged(): () => Promise<void> {
  const queries = useQueryClient()
  return () => queries.invalidateQueries({ queryKey: ['get', '/api/me/security'] })
}

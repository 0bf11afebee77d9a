import { queryClient } from './query-client.ts'

/** After a change of the company or its rules, whose version they share. */
export async function refreshCompany(): Promise<void> {
  const paths = ['/api/me', '/api/company/settings', '/api/company/invitations']
  await Promise.all(paths.map((path) => queryClient.invalidateQueries({ queryKey: ['get', path] })))
}

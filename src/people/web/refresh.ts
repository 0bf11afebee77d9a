import { queryClient } from '../../platform/web/request/query-client.ts'

/** After a change of the company or its rules, whose version they share. */
export async function refreshCompany(): Promise<void> {
  const paths = ['/api/me', '/api/company/settings', '/api/company/invitations']
  await Promise.all(paths.map((path) => queryClient.invalidateQueries({ queryKey: ['get', path] })))
}

/** After a change of people: lists, pages, teams and who I am are read again. */
export async function refreshPeople(): Promise<void> {
  const paths = ['/api/people', '/api/people/{id}', '/api/teams', '/api/access-log', '/api/me']
  await Promise.all(paths.map((path) => queryClient.invalidateQueries({ queryKey: ['get', path] })))
}

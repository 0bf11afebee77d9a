import { queryClient } from '../../platform/web/request/query-client.ts'

/** After a change of people: lists, pages, teams and who I am are read again. */
export async function refreshPeople(): Promise<void> {
  const paths = ['/api/people', '/api/people/{id}', '/api/teams', '/api/access-log', '/api/me']
  await Promise.all(paths.map((path) => queryClient.invalidateQueries({ queryKey: ['get', path] })))
}

import { queryClient } from './query-client.ts'

/** After a change of the company or its rules, whose version they share. */
export async function refreshCompany(): Promise<void> {
  await queryClient.invalidateQueries({
    predicate: ({ queryKey }) => /^\/api\/(me$|company\/|.*\/rules$)/.test(String(queryKey[1])),
  })
}

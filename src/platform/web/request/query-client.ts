import { QueryClient } from '@tanstack/react-query'
import { problemOf } from './problem.ts'

/** What was read stays fresh for half a minute; reading is tried three times where trying again may help. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      retry: (failures, error) => failures < 2 && mayPass(problemOf(error).status),
      retryDelay: (attempt) => Math.min(4000, 400 * 2 ** attempt),
    },
  },
})

/** No answer, too many requests, and troubles of the server pass by themselves; a refusal doesn't. */
function mayPass(status: number): boolean {
  return status === 0 || status === 429 || status >= 500
}

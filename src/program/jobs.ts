import type { Job } from '../platform/server/jobs/jobs.ts'
import type { Services } from '../platform/server/services.ts'

/** Every feature's jobs; one line each. */
export function jobsOf(_services: Services): Job[] {
  return []
}

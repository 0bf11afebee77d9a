import { companiesHere } from '../../people/server/queries/company.ts'
import type { Job } from '../../platform/server/jobs/jobs.ts'
import type { Services } from '../../platform/server/services.ts'
import { tidyNotices } from './commands/tidy.ts'

/** Every night old notices go. */
export function noticeJobs(services: Services): Job[] {
  return [
    {
      name: 'tidy-notices',
      schedule: '50 2 * * *',
      run: async (_, signal) => {
        for (const { id } of await companiesHere(services.db)) await tidyNotices(services, id, signal)
      },
    },
  ]
}

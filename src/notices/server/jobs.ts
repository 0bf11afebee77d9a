import { forEachCompany } from '../../people/server/commands/for-each-company.ts'
import type { Job } from '../../platform/server/jobs/jobs.ts'
import type { Services } from '../../platform/server/services.ts'
import { mailNotices } from './commands/mail.ts'
import { tidyNotices } from './commands/tidy.ts'
import type { Namers } from './names.ts'

/** Every minute the letters that are due; every night old notices go. */
export function noticeJobs(services: Services, namers: Namers): Job[] {
  return [
    {
      name: 'mail-notices',
      schedule: '* * * * *',
      run: async (_, signal) => {
        if (services.mail === null) return
        await forEachCompany(services, (id) => mailNotices(services, namers, id, signal), signal)
      },
    },
    {
      name: 'tidy-notices',
      schedule: '50 2 * * *',
      run: async (_, signal) => {
        await forEachCompany(services, (id) => tidyNotices(services, id, signal), signal)
      },
    },
  ]
}

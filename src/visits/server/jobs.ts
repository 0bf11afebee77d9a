import { forEachCompany } from '../../people/server/commands/for-each-company.ts'
import type { Job } from '../../platform/server/jobs/jobs.ts'
import type { Services } from '../../platform/server/services.ts'
import { tellOverdue } from './commands/tell-overdue.ts'

/** Every hour, because companies have their days at different hours: promises that have become overdue are told. */
export function visitJobs(services: Services): Job[] {
  return [
    {
      name: 'tell-overdue-promises',
      schedule: '23 * * * *',
      run: async (_data, signal) => {
        await forEachCompany(services, (id) => tellOverdue(services, id), signal)
      },
    },
  ]
}

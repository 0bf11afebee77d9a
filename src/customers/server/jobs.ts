import { forEachCompany } from '../../people/server/commands/for-each-company.ts'
import type { Job } from '../../platform/server/jobs/jobs.ts'
import type { Services } from '../../platform/server/services.ts'
import { forgetExpired } from './commands/personal.ts'
import { rescoreAll } from './commands/settings.ts'

/** New weights reach every profile, and personal facts are forgotten when they expire (rules 1.2 and 1.3). */
export function customerJobs(services: Services): Job[] {
  return [
    {
      name: 'rescore-customers',
      run: async (data, signal) => {
        if ('organizationId' in data) await rescoreAll(services, String(data.organizationId), signal)
      },
    },
    {
      name: 'forget-personal-facts',
      schedule: '17 * * * *',
      run: async () => {
        await forEachCompany(services, (id) => forgetExpired(services, id))
      },
    },
  ]
}

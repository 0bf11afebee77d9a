import { forEachCompany } from '../../people/server/commands/for-each-company.ts'
import type { Job } from '../../platform/server/jobs/jobs.ts'
import type { Services } from '../../platform/server/services.ts'
import { findDuplicates } from './commands/find-duplicates.ts'

/** Keeps the probable duplicates up to date: of one company when asked, of all every few minutes. */
export function stewardshipJobs(services: Services): Job[] {
  return [
    {
      name: 'find-duplicates',
      schedule: '*/5 * * * *',
      run: async (data, signal) => {
        const asked = 'organizationId' in data ? String(data.organizationId) : null
        if (asked !== null) await findDuplicates(services, asked, signal)
        else await forEachCompany(services, (id) => findDuplicates(services, id, signal), signal)
      },
    },
  ]
}

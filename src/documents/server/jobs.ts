import { forEachCompany } from '../../people/server/commands/for-each-company.ts'
import type { Job } from '../../platform/server/jobs/jobs.ts'
import type { Services } from '../../platform/server/services.ts'
import { deleteLongRemoved } from './commands/remove.ts'

/** Deletes every night what was removed long enough ago. */
export function documentJobs(services: Services): Job[] {
  return [
    {
      name: 'delete-removed-documents',
      schedule: '40 2 * * *',
      run: async (_data, signal) => {
        await forEachCompany(
          services,
          async (id) => {
            while (!signal.aborted && (await deleteLongRemoved(services, id)) > 0);
          },
          signal,
        )
      },
    },
  ]
}

import { forEachCompany } from '../../people/server/commands/for-each-company.ts'
import type { Job } from '../../platform/server/jobs/jobs.ts'
import type { Services } from '../../platform/server/services.ts'
import { keepTiers } from './commands/keep-tiers.ts'

/** Tiers are computed again when a quarter has ended (rule 1.8): looked at every night, done once. */
export function salesJobs(services: Services): Job[] {
  return [
    {
      name: 'keep-tiers',
      schedule: '40 3 * * *',
      run: async (_data, signal) => {
        await forEachCompany(services, (id) => keepTiers(services, id), signal)
      },
    },
  ]
}

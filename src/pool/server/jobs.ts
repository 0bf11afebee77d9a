import { forEachCompany } from '../../people/server/commands/for-each-company.ts'
import type { Job } from '../../platform/server/jobs/jobs.ts'
import type { Services } from '../../platform/server/services.ts'
import { runPool } from './commands/run-pool.ts'
import type { PoolSources } from './queries/clocks.ts'

/** Customers nobody visits return to the pool: looked at every hour, done once on each company's day. */
export function poolJobs(services: Services, sources: PoolSources): Job[] {
  return [
    {
      name: 'run-pool',
      schedule: '11 * * * *',
      run: async (_data, signal) => {
        await forEachCompany(services, (id) => runPool(services, sources, id), signal)
      },
    },
  ]
}

import { companiesHere } from '../../people/server/queries/company.ts'
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
        for (const { id } of await companiesHere(services.db)) {
          if (signal.aborted) return
          await runPool(services, sources, id)
        }
      },
    },
  ]
}

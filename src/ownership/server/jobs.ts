import { companiesHere } from '../../people/server/queries/company.ts'
import type { Job } from '../../platform/server/jobs/jobs.ts'
import type { Services } from '../../platform/server/services.ts'
import { advanceLedger } from './commands/advance.ts'

/** Keeps what holds today in step with the calendar: covers begin and return by themselves (rule 2.2). */
export function ownershipJobs(services: Services): Job[] {
  return [
    {
      name: 'advance-ledger',
      schedule: '*/5 * * * *',
      run: async () => {
        for (const { id } of await companiesHere(services.db)) await advanceLedger(services, id)
      },
    },
  ]
}

import { forEachCompany } from '../../people/server/commands/for-each-company.ts'
import type { Job } from '../../platform/server/jobs/jobs.ts'
import type { Services } from '../../platform/server/services.ts'
import { commitJob } from './commands/transfer-commit.ts'
import { resumeTransfers, runTransfer, tidyTransfers } from './commands/transfer-run.ts'
import { advanceLedger } from './commands/advance.ts'

/**
 * Keeps what holds today in step with the calendar: covers begin and return by themselves (rule 2.2). Does large transfers
 * behind the requests (rule 2.5), also those that a fall of the server left waiting, and forgets old drafts.
 */
export function ownershipJobs(services: Services): Job[] {
  return [
    {
      name: 'advance-ledger',
      schedule: '*/5 * * * *',
      run: async () => {
        await forEachCompany(services, (id) => advanceLedger(services, id))
      },
    },
    {
      name: commitJob,
      schedule: '*/10 * * * *',
      run: async (data) => {
        const { company, transfer } = data as { company?: string; transfer?: string }
        if (company !== undefined && transfer !== undefined) await runTransfer(services, company, transfer)
        else await forEachCompany(services, (id) => resumeTransfers(services, id))
      },
    },
    {
      name: 'tidy-transfers',
      schedule: '15 3 * * *',
      run: async () => {
        await forEachCompany(services, (id) => tidyTransfers(services, id))
      },
    },
  ]
}

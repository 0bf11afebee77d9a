import { forEachCompany } from '../../people/server/commands/for-each-company.ts'
import type { Job } from '../../platform/server/jobs/jobs.ts'
import type { Services } from '../../platform/server/services.ts'
import { deliverDue } from './commands/deliver.ts'
import { forgetDeliveries } from './commands/forget.ts'

/** Deliveries of one company when asked, of all every minute in case nobody asked; every night what is old is forgotten. */
export function webhookJobs(services: Services): Job[] {
  return [
    {
      name: 'deliver-webhooks',
      schedule: '* * * * *',
      run: async (data, signal) => {
        const asked = 'organizationId' in data ? String(data.organizationId) : null
        if (asked !== null) await deliverDue(services, asked, signal)
        else await forEachCompany(services, (id) => deliverDue(services, id, signal), signal)
      },
    },
    {
      name: 'forget-webhooks',
      schedule: '20 3 * * *',
      run: async () => {
        await forEachCompany(services, (id) => forgetDeliveries(services, id))
      },
    },
  ]
}

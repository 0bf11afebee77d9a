import { companiesHere } from '../../people/server/queries/company.ts'
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
        const companies = asked === null ? await companiesHere(services.db) : [{ id: asked }]
        for (const { id } of companies) await deliverDue(services, id, signal)
      },
    },
    {
      name: 'forget-webhooks',
      schedule: '20 3 * * *',
      run: async () => {
        for (const { id } of await companiesHere(services.db)) await forgetDeliveries(services, id)
      },
    },
  ]
}

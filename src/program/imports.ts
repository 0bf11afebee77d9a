import { importCustomers } from '../customers/server/import-customers.ts'
import { importProducts } from '../customers/server/import-products.ts'
import { tidyImports } from '../imports/server/commands/tidy.ts'
import type { Importing } from '../imports/server/importing.ts'
import type { ServerTarget } from '../imports/server/target.ts'
import { importOwners } from '../ownership/server/commands/import-owners.ts'
import { importPeople } from '../people/server/import-people.ts'
import { forEachCompany } from '../people/server/commands/for-each-company.ts'
import { programActor } from '../people/server/queries/actor.ts'
import { withoutErased } from '../privacy/server/queries/import-block.ts'
import type { Job } from '../platform/server/jobs/jobs.ts'
import type { Services } from '../platform/server/services.ts'
import { alikeRows } from '../stewardship/server/queries/alike-rows.ts'
import { suspectRows } from '../stewardship/server/queries/suspects.ts'
import { importCounts, importPrices } from '../sales/server/trade-files.ts'
import { importOrderLines, importOrders } from '../sales/server/import-orders.ts'

/** Everything that files can be imported into; one line each. */
const targets: readonly ServerTarget[] = [
  importPeople,
  withoutErased(importCustomers({ assign: importOwners, suspect: suspectRows, alike: alikeRows })),
  importProducts,
  importOrders,
  importOrderLines,
  importPrices,
  importCounts,
]

/** The import engine with the features it fills. */
export function importingOf(services: Services): Importing {
  const { db, log, now, dataFolder } = services
  return {
    db,
    log,
    now,
    dataFolder,
    targets: new Map(targets.map((target) => [target.rules.entity, target])),
    actorFor: (organizationId, personId) => ({ ...programActor(organizationId), personId }),
  }
}

/** Every night: what files said is thrown away when it has rested long enough. */
export function importJobs(services: Services): Job[] {
  return [
    {
      name: 'tidy-imports',
      schedule: '40 2 * * *',
      run: async () => {
        const importing = importingOf(services)
        await forEachCompany(services, (id) => tidyImports(importing, [id]))
      },
    },
  ]
}

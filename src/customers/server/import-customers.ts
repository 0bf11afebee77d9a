import type { ServerTarget } from '../../imports/server/target.ts'
import { customersTarget } from '../import-target.ts'
import { followCustomer, settleCustomer } from '../import-values.ts'
import { removeAreas } from './queries/import-areas.ts'
import { findCustomers, loadCustomers } from './queries/import-find.ts'
import { linkParents, removeCustomers } from './queries/import-remove.ts'
import { resolveCustomers } from './queries/import-resolve.ts'
import { type AssignOwners, writeCustomers } from './queries/import-write.ts'

/** What later features do for the import of customers. */
export type CustomerImportParts = {
  readonly assign: AssignOwners
  readonly suspect: NonNullable<ServerTarget['suspect']>
  readonly alike: NonNullable<ServerTarget['alike']>
}

/** Customers from files: profile, person in charge, place and owner (rules 1.6, 1.7, 2.3). */
export function importCustomers({ assign, suspect, alike }: CustomerImportParts): ServerTarget {
  return {
    rules: customersTarget,
    resolve: resolveCustomers,
    find: findCustomers,
    load: loadCustomers,
    settle: settleCustomer,
    follow: followCustomer,
    suspect,
    alike,
    undone: removeAreas,
    write: (tx, changes, rows, context) => writeCustomers(tx, changes, rows, context, assign),
    link: async (tx, changes, rows) => {
      const naming = rows.flatMap(({ id, values }) =>
        typeof values['parent'] === 'string' ? [{ id, parent: values['parent'] }] : [],
      )
      if (naming.length > 0) await linkParents(tx, changes, naming)
    },
    remove: (tx, changes, ids, context) => removeCustomers(tx, changes, ids, context, assign),
  }
}

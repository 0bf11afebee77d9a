import { exportFile } from '../../../imports/server/commands/export.ts'
import type { Actor } from '../../../platform/server/database/actor.ts'
import { readAs } from '../../../platform/server/database/transaction.ts'
import type { Services } from '../../../platform/server/services.ts'
import type { CustomerFilter } from '../../schema/filter.ts'
import { exportCustomers } from '../export.ts'
import { registerFacts } from '../queries/company.ts'
import { filteredIds } from '../queries/selection.ts'

/** The customers that a filter finds as a file, under the rules of every export (rules 1.2, 10.2). */
export async function customerListFile(
  { db, now }: Services,
  actor: Actor,
  filter: CustomerFilter,
  format: 'csv' | 'xlsx',
) {
  const facts = await readAs(db, actor, (tx) => registerFacts(tx, actor, now))
  const sources = new Map([[exportCustomers.rules.entity, exportCustomers]])
  return await exportFile({ db, now, sources }, actor, 'customers', format, (tx, after, limit) =>
    filteredIds(tx, filter, facts, after, limit),
  )
}

import type { Changes } from '../../../platform/server/database/changes.ts'
import type { Tx } from '../../../platform/server/database/connect.ts'
import { type Owner, assignEach } from '../queries/assign-each.ts'
import { companyDay } from '../../../people/server/queries/company.ts'
import { emitBatch } from './emit-batch.ts'

/** Gives customers the owners that a file says, and tells other programs; people aren't told of every part of a file. */
export async function importOwners(
  tx: Tx,
  changes: Changes,
  owners: readonly Owner[],
  cause: string,
): Promise<void> {
  const batchId = await assignEach(tx, changes, owners, cause)
  if (batchId !== null) await emitBatch(tx, await companyDay(tx), batchId)
}

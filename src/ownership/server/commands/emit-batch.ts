import type { Tx } from '../../../platform/server/database/connect.ts'
import type { Day } from '../../../values/day.ts'
import { mostCustomers } from '../../../webhooks/event-types.ts'
import { emit } from '../../../webhooks/server/commands/emit.ts'
import { isWanted } from '../../../webhooks/server/queries/emit.ts'
import { outlineOfBatch } from '../queries/batch-customers.ts'
import { type Moved, peopleOfBatch } from '../queries/batch-people.ts'

/**
 * Tells other programs of a batch of the ledger: one event a batch, whoever it moved. For batches of which people are told
 * in words of their own, or not at all; `tellOfBatch` calls it for the others. Looks at nothing where nobody listens.
 */
export async function emitBatch(
  tx: Tx,
  today: Day,
  batchId: string | null,
  known?: readonly Moved[],
): Promise<void> {
  if (batchId === null || !(await isWanted(tx, 'ownership.changed'))) return
  const moved = known ?? (await peopleOfBatch(tx, batchId, today))
  const outline = await outlineOfBatch(tx, batchId, mostCustomers)
  if (outline === null) throw new Error(`there is no batch ${batchId}`)
  const { cause, count, customerIds } = outline
  const people = moved.map(({ personId, role, way, count: customers }) => ({
    personId,
    role,
    way,
    customers,
  }))
  const all = `/api/customers?batch=${batchId}`
  await emit(tx, 'ownership.changed', { batchId, cause, count, customerIds, all, people })
}

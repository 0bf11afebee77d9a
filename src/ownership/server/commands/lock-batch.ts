import type { Work } from '../../../customers/server/commands/in-register.ts'
import { selectCustomers } from '../../../customers/server/queries/selection.ts'
import { type Refusal, isRefusal, refuse } from '../../../values/refusal.ts'
import type { Entry } from '../../ledger.ts'
import type { SeatOf } from '../../seats.ts'
import { outlineOfBatch } from '../queries/batch-customers.ts'
import { entriesAround } from '../queries/history.ts'
import { lockLedger } from '../queries/ledger.ts'

export type LockedBatch = {
  readonly cause: string
  readonly transferId: string | null
  /** In the order of their ids. */
  readonly customers: readonly string[]
  /** All entries of every seat that the batch wrote to. */
  readonly around: readonly (Entry & SeatOf)[]
}

/**
 * Takes the customers of a batch for writing to their ledger and answers what stands around it, for commands that answer
 * to an earlier batch as a whole. Refused when it isn't there or one of its customers isn't open to the asker.
 */
export async function lockBatch({ tx, facts }: Work, batchId: string): Promise<LockedBatch | Refusal> {
  const batch = await outlineOfBatch(tx, batchId, null)
  if (batch === null || batch.count === 0) return refuse('not-found')
  const { cause, transferId, customerIds } = batch
  const seen = await selectCustomers(tx, { ids: [...customerIds] }, facts)
  if (isRefusal(seen)) return seen
  await lockLedger(tx, customerIds)
  return { cause, transferId, customers: customerIds, around: await entriesAround(tx, batchId) }
}

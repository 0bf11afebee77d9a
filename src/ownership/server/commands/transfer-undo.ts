import type { Actor } from '../../../platform/server/database/actor.ts'
import { readAs } from '../../../platform/server/database/transaction.ts'
import type { Services } from '../../../platform/server/services.ts'
import { type Refusal, isRefusal, refuse } from '../../../values/refusal.ts'
import { readTransfer } from '../queries/transfer/read.ts'
import { type Undone, undoBatch } from './undo.ts'

/** Takes a transfer back (rule 2.5): the batch that it made, whole, unless something later was recorded. */
export async function undoTransfer(
  services: Services,
  actor: Actor,
  id: string,
  reason?: string,
): Promise<Undone | Refusal> {
  if (!actor.may.includes('customers.assign')) return refuse('not-allowed')
  const transfer = await readAs(services.db, actor, (tx) => readTransfer(tx, id))
  if (transfer === null) return refuse('not-found')
  if (transfer.committed === null) return refuse('not-transferred', { rule: '2.5' })
  if (transfer.undone !== null) return refuse('already-undone', { rule: '2.5' })
  const answer = await undoBatch(services, actor, transfer.committed.batchId, reason)
  return isRefusal(answer) && answer.refused === 'not-found' ? refuse('not-in-your-team') : answer
}

import type { Actor } from '../../../platform/server/database/actor.ts'
import type { Tx } from '../../../platform/server/database/connect.ts'
import type { Services } from '../../../platform/server/services.ts'
import { type Refusal, isRefusal, refuse } from '../../../values/refusal.ts'
import { inRegister } from '../../../customers/server/commands/in-register.ts'
import type { CommitTransfer, Transfer } from '../../schema/transfer.ts'
import { readTransfer } from '../queries/transfer/read.ts'
import { type TransferRow, keepCommit, takeTransfer, transferOfKey } from '../queries/transfer/store.ts'
import { writeTransfer } from './transfer-write.ts'

/** From so many customers on a transfer is done behind the request, with its progress to look at. */
export const largeTransfer = 20_000
export const commitJob = 'commit-transfer'

/**
 * Does a transfer, all or nothing, as one batch of the ledger (rule 2.5). Asked again with the same key it answers the
 * same; with the key of another it's refused, and so it is when anything that its preview relied on changed since.
 */
export async function commitTransfer(
  services: Services,
  actor: Actor,
  id: string,
  { fingerprint, key = id }: CommitTransfer,
  atOnce: number = largeTransfer,
): Promise<Transfer | Refusal> {
  const answer = await inRegister(
    services,
    actor,
    'commit-transfer',
    'customers.assign',
    async ({ tx, changes, facts }) => {
      const transfer = await takeTransfer(tx, id)
      if (transfer === null) return refuse('not-found')
      const refusal = await keyRefused(tx, transfer, key, fingerprint)
      if (refusal !== null) return refusal
      if (transfer.batchId === null && transfer.queuedAt === null) {
        if (transfer.fingerprint !== fingerprint) return refuse('preview-changed', { rule: '2.5' })
        const before = await readTransfer(tx, id)
        const isLarge = (before?.customers ?? 0) > atOnce
        await keepCommit(tx, id, { key, fingerprint, queued: isLarge })
        const done = isLarge ? null : await writeTransfer(tx, changes, facts, transfer)
        if (isRefusal(done)) return done
      }
      return (await readTransfer(tx, id)) ?? refuse('not-found')
    },
  ).catch(keyTaken)
  if (!isRefusal(answer) && answer.state === 'waiting')
    await services.jobs.enqueue(commitJob, { company: actor.organizationId, transfer: id }, id)
  return answer
}

async function keyRefused(
  tx: Tx,
  transfer: TransferRow,
  key: string,
  fingerprint: string,
): Promise<Refusal | null> {
  const of = await transferOfKey(tx, key)
  if (of !== null && (of !== transfer.id || transfer.commitFingerprint !== fingerprint))
    return refuse('key-used', { rule: '2.5' })
  const isDone = transfer.batchId !== null || transfer.queuedAt !== null
  return isDone && of === null ? refuse('already-transferred', { rule: '2.5' }) : null
}

/** Two requests with one key at the same time, for two transfers: the later one finds it taken. */
function keyTaken(error: unknown): Refusal {
  const taken =
    typeof error === 'object' &&
    error !== null &&
    'constraint' in error &&
    error.constraint === 'transfer_by_key'
  if (taken) return refuse('key-used', { rule: '2.5' })
  throw error
}
